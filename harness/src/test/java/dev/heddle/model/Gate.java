package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import dev.heddle.task.TaskCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where plans wait until the test lets them go on: a suspension point on every model, without a
 * clock.
 */
final class Gate {

  private final List<TaskCell<Unit>> waiting = new ArrayList<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final AtomicInteger cancellations = new AtomicInteger();
  private final Semaphore departures = new Semaphore(0);
  private boolean open;

  /** Waits here until the gate is open. A cancellation ends the wait. */
  Plan<Unit> pass() {
    return new Call<>(this::arrive).then(Await::new);
  }

  private synchronized TaskCell<Unit> arrive() {
    CompletableFuture<TaskCell<Unit>> itself = new CompletableFuture<>();
    TaskCell<Unit> cell = new TaskCell<>(Optional.empty(), () -> cancel(itself.join()));
    itself.complete(cell);
    if (open) {
      cell.complete(new Outcome.Success<>(Unit.UNIT));
    } else {
      waiting.add(cell);
    }
    arrivals.release();
    return cell;
  }

  private boolean cancel(TaskCell<Unit> cell) {
    synchronized (this) {
      if (!waiting.remove(cell)) {
        return false;
      }
    }
    cancellations.incrementAndGet();
    departures.release();
    cell.complete(Outcome.of(new CancellationException("left the gate")));
    return true;
  }

  /** Blocks the test until that many more have arrived. */
  void awaitArrivals(int count) throws InterruptedException {
    if (!arrivals.tryAcquire(count, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("Fewer than " + count + " arrived at the gate within 20 s");
    }
  }

  /** Blocks the test until a cancellation has ended that many more waits. */
  void awaitCancellations(int count) throws InterruptedException {
    if (!departures.tryAcquire(count, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("Fewer than " + count + " were cancelled at the gate within 20 s");
    }
  }

  /** Lets everybody pass, now and later. */
  void open() {
    List<TaskCell<Unit>> released;
    synchronized (this) {
      open = true;
      released = List.copyOf(waiting);
      waiting.clear();
    }
    released.forEach(cell -> cell.complete(new Outcome.Success<>(Unit.UNIT)));
  }

  /** How many waits a cancellation has ended. */
  int cancellations() {
    return cancellations.get();
  }
}
