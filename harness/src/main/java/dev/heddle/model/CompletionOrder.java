package dev.heddle.model;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.TimedOutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tasks in the order in which they end, and those who wait for the next one. Whoever has to wait
 * awaits a cell of its own, which is a suspension point on every model.
 */
final class CompletionOrder<T> implements Completions<T> {

  /** A place in the queue of those who wait, and what it was served. */
  private final class Turn {
    final TaskCell<Optional<Task<T>>> cell = new TaskCell<>(Optional.empty(), this::leave);
    @Nullable Outcome<Optional<Task<T>>> served;

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
  private final Deque<Outcome<Optional<Task<T>>>> ready = new ArrayDeque<>();

  private final Queue<Turn> waiting = new ArrayDeque<>();

  /** How many tasks have neither been taken by somebody nor timed out. */
  private int left;

  private int unfinished;
  private boolean timedOut;
  private Runnable callOff = () -> {};

  private final Collection<Task<T>> tasks;
  private final Consumer<Task<T>> listener = this::ended;

  private CompletionOrder(Collection<Task<T>> tasks) {
    this.tasks = tasks;
    this.left = tasks.size();
    this.unfinished = tasks.size();
  }

  /** Starts what is no task yet and listens from now on; tasks that have ended come first. */
  static <T> CompletionOrder<T> of(
      AsCompleted<T> asCompleted,
      StartedTasks.Starter starter,
      Leftovers owner,
      DeadlineClock clock) {
    Set<Task<T>> tasks = StartedTasks.of(asCompleted.children(), starter, owner);
    CompletionOrder<T> order = new CompletionOrder<>(tasks);
    tasks.forEach(task -> task.whenDone(order.listener));
    order.callOffAtTheEnd(clock.after(asCompleted.timeout(), order::timeOut));
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
    return new Call<>(this::take)
        .then(
            turn ->
                new Await<>(turn.cell)
                    .onCancel(
                        cancellation -> {
                          giveBack(turn);
                          return new Fail<>(cancellation);
                        }));
  }

  private Turn take() {
    Turn turn = new Turn();
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      waiting.add(turn);
      serveAll(told);
    }
    told.forEach(Runnable::run);
    return turn;
  }

  /** Who was cancelled when already served lets the next one have it. */
  private void giveBack(Turn turn) {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      if (turn.served == null || turn.served.equals(new Outcome.Success<>(Optional.empty()))) {
        return;
      }
      ready.addFirst(turn.served);
      left++;
      serveAll(told);
    }
    told.forEach(Runnable::run);
  }

  private void ended(Task<T> task) {
    List<Runnable> told = new ArrayList<>();
    synchronized (this) {
      if (timedOut) {
        return;
      }
      unfinished--;
      ready.add(new Outcome.Success<>(Optional.of(task)));
      serveAll(told);
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
        ready.add(
            new Outcome.Failure<>(new TimedOutException("A task had not ended by the timeout")));
      }
      serveAll(told);
    }
    tasks.forEach(task -> task.forget(listener));
    told.forEach(Runnable::run);
  }

  /** Who waits when nothing is left waits for nothing. */
  private void serveAll(List<Runnable> told) {
    while (!waiting.isEmpty() && (left == 0 || !ready.isEmpty())) {
      Turn turn = waiting.remove();
      Outcome<Optional<Task<T>>> served =
          left == 0 ? new Outcome.Success<>(Optional.empty()) : ready.remove();
      left = Math.max(0, left - 1);
      turn.served = served;
      told.add(() -> turn.cell.complete(served));
    }
  }
}
