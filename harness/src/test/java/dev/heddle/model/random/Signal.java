package dev.heddle.model.random;

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

/** An event that happens at most once, and that plans wait for on every model, without a clock. */
final class Signal {

  private final List<TaskCell<Unit>> waiting = new ArrayList<>();
  private boolean given;

  /** Waits for the event. A cancellation ends the wait. */
  Plan<Unit> await() {
    return new Call<>(this::enter).then(Await::new);
  }

  private TaskCell<Unit> enter() {
    CompletableFuture<TaskCell<Unit>> itself = new CompletableFuture<>();
    TaskCell<Unit> cell = new TaskCell<>(Optional.empty(), () -> leave(itself.join()));
    itself.complete(cell);
    synchronized (this) {
      if (!given) {
        waiting.add(cell);
        return cell;
      }
    }
    cell.complete(new Outcome.Success<>(Unit.UNIT));
    return cell;
  }

  private boolean leave(TaskCell<Unit> cell) {
    synchronized (this) {
      if (!waiting.remove(cell)) {
        return false;
      }
    }
    cell.complete(Outcome.of(new CancellationException("left before the signal")));
    return true;
  }

  /** Lets the event happen: everybody goes on, now and later. */
  void give() {
    List<TaskCell<Unit>> released;
    synchronized (this) {
      given = true;
      released = List.copyOf(waiting);
      waiting.clear();
    }
    released.forEach(cell -> cell.complete(new Outcome.Success<>(Unit.UNIT)));
  }
}
