package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.Await;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Response;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** What a body with a thread of its own does at a leaf: it blocks. */
final class BlockingLeaves {

  private final BlockingClient client;

  BlockingLeaves(BlockingClient client) {
    this.client = client;
  }

  <R> R fail(Fail<R> fail) throws Exception {
    return new Outcome.Failure<R>(fail.cause()).get();
  }

  Unit sleep(Sleep sleep) throws InterruptedException {
    Thread.sleep(sleep.duration());
    return Unit.UNIT;
  }

  Unit compute(Compute compute) {
    CpuBurn.consume(compute.tokens());
    return Unit.UNIT;
  }

  Response fetch(Fetch fetch, Body body) throws IOException, InterruptedException {
    return client.exchange(fetch.request(), body.cancellation());
  }

  /**
   * A request to cancel whoever waits goes to the task; the task's outcome then decides, as in
   * asyncio.
   */
  <R> R await(Await<R> await, Body body) throws Exception {
    Task<R> task = await.task();
    if (body.isOf(task)) {
      throw new IllegalStateException("Task '%s' awaits itself".formatted(task.name()));
    }
    if (!task.isDone()) {
      Thread waiter = Thread.currentThread();
      task.whenDone(ended -> LockSupport.unpark(waiter));
    }
    boolean passedOn = false;
    while (!task.isDone()) {
      LockSupport.park(task);
      if (Thread.interrupted()) {
        passedOn = task.cancel();
        if (!passedOn) {
          throw cancelledWhileAwaiting(task);
        }
      }
    }
    if (passedOn && task.isCancelled()) {
      throw cancelledWhileAwaiting(task);
    }
    return task.outcome().get();
  }

  private static InterruptedException cancelledWhileAwaiting(Task<?> task) {
    return new InterruptedException("cancelled while awaiting task '" + task.name() + "'");
  }
}
