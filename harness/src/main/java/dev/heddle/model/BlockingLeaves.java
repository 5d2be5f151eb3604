package dev.heddle.model;

import dev.heddle.http.BlockingClient;
import dev.heddle.plan.Await;
import dev.heddle.plan.Compute;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Response;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.task.Nanos;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** What a body with a thread of its own does at a leaf, and how it waits for tasks: it blocks. */
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
    Task<R> task = body.notItself(await.task());
    boolean passedOn = false;
    while (!task.isDone()) {
      try {
        parkUntilDone(task);
      } catch (InterruptedException cancelled) {
        passedOn = task.cancel();
        if (!passedOn) {
          throw cancelled;
        }
      }
    }
    if (passedOn && task.isCancelled()) {
      throw cancelledWhileAwaiting(task);
    }
    return task.result();
  }

  /** A request to cancel whoever waits ends the wait, and the task goes on. */
  <R> R shield(Task<R> task, Body body) throws Exception {
    parkUntilDone(body.notItself(task));
    return task.result();
  }

  private static <R> void parkUntilDone(Task<R> task) throws InterruptedException {
    if (task.isDone()) {
      return;
    }
    Thread waiter = Thread.currentThread();
    Consumer<Task<R>> waker = ended -> LockSupport.unpark(waiter);
    task.whenDone(waker);
    while (!task.isDone()) {
      LockSupport.park(task);
      if (!task.isDone() && Thread.interrupted()) {
        task.forget(waker);
        throw cancelledWhileAwaiting(task);
      }
    }
  }

  private static InterruptedException cancelledWhileAwaiting(Task<?> task) {
    return new InterruptedException("cancelled while awaiting task '" + task.name() + "'");
  }

  /** Waits without ever cancelling what it waits for. */
  <R> Waited<R> wait(Wait<R> wait) throws InterruptedException {
    Thread waiter = Thread.currentThread();
    WaitForTasks<R> waiting = WaitForTasks.begin(wait, () -> LockSupport.unpark(waiter));
    try {
      parkUntilOver(waiting, wait.timeout().map(Nanos::of));
    } finally {
      waiting.stopListening();
    }
    return waiting.found();
  }

  private static void parkUntilOver(WaitForTasks<?> waiting, Optional<Long> limit)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (!waiting.isOver()) {
      if (limit.isEmpty()) {
        LockSupport.park(waiting);
      } else {
        long left = limit.get() - (System.nanoTime() - begin);
        if (left <= 0) {
          return;
        }
        LockSupport.parkNanos(waiting, left);
      }
      if (!waiting.isOver() && Thread.interrupted()) {
        throw new InterruptedException("cancelled while waiting for tasks");
      }
    }
  }
}
