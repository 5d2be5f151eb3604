package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Plan;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;

/**
 * Tasks in the order in which they end, and those who wait for the next one. Whoever has to wait
 * awaits a cell of its own, which is a suspension point on every model.
 */
final class CompletionOrder<T> implements Completions<T> {

  /** A place in the queue of those who wait. */
  private final class Turn {
    final TaskCell<Optional<Task<T>>> cell = new TaskCell<>(Optional.empty(), this::leave);

    boolean leave() {
      synchronized (CompletionOrder.this) {
        if (!waiting.remove(this)) {
          return false;
        }
      }
      cell.complete(Outcome.of(new CancellationException("cancelled while waiting for the next")));
      return true;
    }
  }

  /** What the next ones get, and nobody has asked for yet. */
  private final Queue<Outcome<Optional<Task<T>>>> ready = new ArrayDeque<>();

  private final Queue<Turn> waiting = new ArrayDeque<>();

  /** How many tasks have neither been taken by somebody nor timed out. */
  private int left;

  private int unfinished;
  private boolean timedOut;
  private Runnable callOff = () -> {};

  private CompletionOrder(int tasks) {
    this.left = tasks;
    this.unfinished = tasks;
  }

  /** Listens to the tasks from now on; those that have ended already come first. */
  static <T> CompletionOrder<T> of(
      Collection<Task<T>> tasks, Optional<Duration> timeout, DeadlineClock clock) {
    CompletionOrder<T> order = new CompletionOrder<>(tasks.size());
    tasks.forEach(task -> task.whenDone(order::ended));
    order.callOffAtTheEnd(clock.after(timeout, order::timeOut));
    return order;
  }

  private void callOffAtTheEnd(Runnable timer) {
    synchronized (this) {
      callOff = timer;
      if (unfinished > 0) {
        return;
      }
    }
    timer.run();
  }

  @Override
  public Plan<Optional<Task<T>>> next() {
    return new Call<>(this::take).then(Await::new);
  }

  private TaskCell<Optional<Task<T>>> take() {
    Turn turn = new Turn();
    Outcome<Optional<Task<T>>> served;
    synchronized (this) {
      served = left == 0 ? new Outcome.Success<>(Optional.empty()) : ready.poll();
      if (served == null) {
        waiting.add(turn);
        return turn.cell;
      }
      left = Math.max(0, left - 1);
    }
    turn.cell.complete(served);
    return turn.cell;
  }

  private void ended(Task<T> task) {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      if (timedOut) {
        return;
      }
      unfinished--;
      serve(new Outcome.Success<>(Optional.of(task)), told);
      if (unfinished == 0) {
        told.add(callOff);
      }
    }
    told.forEach(Runnable::run);
  }

  private void timeOut() {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      timedOut = true;
      for (; unfinished > 0; unfinished--) {
        serve(
            new Outcome.Failure<>(new TimedOutException("A task had not ended by the timeout")),
            told);
      }
    }
    told.forEach(Runnable::run);
  }

  /** Who waits when nothing is left waits for nothing. */
  private void serve(Outcome<Optional<Task<T>>> next, List<Runnable> told) {
    Turn turn = waiting.poll();
    if (turn == null) {
      ready.add(next);
      return;
    }
    left--;
    told.add(() -> turn.cell.complete(next));
    while (left == 0 && !waiting.isEmpty()) {
      Turn idle = waiting.remove();
      told.add(() -> idle.cell.complete(new Outcome.Success<>(Optional.empty())));
    }
  }
}
