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
import dev.heddle.task.ThreadCancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

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
    Thread.sleep(Duration.ofNanos(sleep.nanos()));
    return Unit.UNIT;
  }

  Unit compute(Compute compute) {
    compute.burn();
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
    boolean ended = false;
    while (!ended) {
      try {
        parkUntilDone(task, body.cancellation());
        ended = true;
      } catch (InterruptedException cancelled) {
        passedOn = task.cancel();
        if (!passedOn) {
          task.whenDone(BlockingLeaves::lookAt);
          throw cancelled;
        }
      }
    }
    if (passedOn && task.isCancelled()) {
      throw cancelledWhileAwaiting(task);
    }
    return task.result();
  }

  /** Whoever awaited a task has seen how it ended, even if a cancellation then came first. */
  private static void lookAt(Task<?> ended) {
    var unused = ended.outcome();
  }

  /** A request to cancel whoever waits ends the wait, and the task goes on. */
  <R> R shield(Task<R> task, Body body) throws Exception {
    parkUntilDone(body.notItself(task), body.cancellation());
    return task.result();
  }

  /**
   * A request that came before whoever waits could go on comes before the task's outcome. One that
   * came with the failure of a task that has ended does as well: it may have been made because of
   * it.
   */
  private static <R> void parkUntilDone(Task<R> task, ThreadCancellation cancellation)
      throws InterruptedException {
    if (task.isDone()) {
      if (task.state() == Future.State.FAILED && cancellation.notice()) {
        throw cancelledWhileAwaiting(task);
      }
      return;
    }
    TaskEnd<R> end = new TaskEnd<>();
    task.whenDone(end);
    while (!end.isTold()) {
      LockSupport.park(task);
      if (!end.isTold() && Thread.interrupted()) {
        task.forget(end);
        throw cancelledWhileAwaiting(task);
      }
    }
    if (cancellation.notice()) {
      throw cancelledWhileAwaiting(task);
    }
  }

  private static InterruptedException cancelledWhileAwaiting(Task<?> task) {
    return new InterruptedException("cancelled while awaiting task '" + task.name() + "'");
  }

  private static InterruptedException cancelledWhileWaiting() {
    return new InterruptedException("cancelled while waiting for tasks");
  }

  /** Waits without ever cancelling what it waits for. */
  <R> Waited<R> wait(Wait<R> wait, Body body) throws InterruptedException {
    Thread waiter = Thread.currentThread();
    WaitForTasks<R> waiting = WaitForTasks.begin(wait, () -> LockSupport.unpark(waiter));
    try {
      parkUntilOver(waiting, wait.timeout().map(Nanos::of), body.cancellation());
    } finally {
      waiting.stopListening();
    }
    return waiting.found();
  }

  private static void parkUntilOver(
      WaitForTasks<?> waiting, Optional<Long> limit, ThreadCancellation cancellation)
      throws InterruptedException {
    long begin = System.nanoTime();
    boolean suspended = false;
    while (!waiting.isOver()) {
      if (limit.isEmpty()) {
        LockSupport.park(waiting);
      } else {
        long left = limit.get() - (System.nanoTime() - begin);
        if (left <= 0) {
          break;
        }
        LockSupport.parkNanos(waiting, left);
      }
      suspended = true;
      if (!waiting.isOver() && Thread.interrupted()) {
        throw cancelledWhileWaiting();
      }
    }
    if (suspended && cancellation.notice()) {
      throw cancelledWhileWaiting();
    }
  }
}
