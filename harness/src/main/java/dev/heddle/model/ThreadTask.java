package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.ThreadCancellation;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A task whose body has a thread to itself. */
final class ThreadTask<R> implements Runnable, Body, Leftovers.Leftover {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Leftovers leftovers;
  private final TaskCell<R> cell;
  private final Callable<R> body;
  private @Nullable Kept kept;

  /** A task that has not begun, in the sight of {@code leftovers} until it has ended. */
  ThreadTask(Optional<String> name, Leftovers leftovers, Function<Body, Callable<R>> body) {
    this.leftovers = leftovers;
    this.cell = new TaskCell<>(name, cancellation::request);
    this.body = body.apply(this);
    leftovers.add(this);
  }

  @Override
  public void run() {
    end(cancellation.run(body));
    if (kept != null) {
      kept.close();
    }
  }

  /** Ends a task that got no thread. */
  void reject(Throwable reason) {
    end(new Outcome.Failure<>(reason));
  }

  private void end(Outcome<R> outcome) {
    cell.complete(outcome);
    leftovers.remove(this);
  }

  Task<R> task() {
    return cell;
  }

  @Override
  public ThreadCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  @Override
  public void keep(Runnable close) {
    kept = new Kept(close, kept);
  }

  @Override
  public boolean isOf(Task<?> task) {
    return task == cell;
  }

  @Override
  public void cancel() {
    cell.cancel();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    cell.awaitOutcome();
  }
}
