package dev.heddle.model;

import dev.heddle.plan.Start;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.ThreadCancellation;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A task whose body has a thread to itself. */
final class ThreadTask<R> implements Runnable, Body {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Leftovers leftovers;
  private final Start<R> start;
  private final Evaluator interpreter;
  private final TaskCell<R> cell;
  private @Nullable Kept kept;
  private volatile boolean keepsItsThread;

  /** A task that has not begun, in the sight of {@code leftovers} until it has ended. */
  ThreadTask(Start<R> start, Leftovers leftovers, Evaluator interpreter) {
    this.start = start;
    this.leftovers = leftovers;
    this.interpreter = interpreter;
    this.cell = new TaskCell<>(start.name(), cancellation);
    leftovers.add(cell);
  }

  @Override
  public void run() {
    Optional<String> name = start.name();
    end(cancellation.run(name.isEmpty() ? this::call : () -> callAs(name.get())));
    if (kept != null) {
      kept.close();
    }
  }

  private R call() throws Exception {
    return interpreter.evaluate(start.body(), this);
  }

  /** A name that somebody gave is the thread's as well, where thread dumps show it. */
  private R callAs(String name) throws Exception {
    Thread thread = Thread.currentThread();
    String before = thread.getName();
    thread.setName(name);
    try {
      return call();
    } finally {
      thread.setName(before);
    }
  }

  /** Ends a task that got no thread. */
  void reject(Throwable reason) {
    end(new Outcome.Failure<>(reason));
  }

  private void end(Outcome<R> outcome) {
    leftovers.complete(cell, outcome);
  }

  @Override
  public TaskCell<R> task() {
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
  public void keep(Runnable close, BooleanSupplier isIdle) {
    kept = new Kept(close, isIdle, kept);
    keepsItsThread = true;
  }

  @Override
  public void closeIdle() {
    kept = Kept.closeIdle(kept);
  }

  /** Once the task has ended: whether its thread goes on for something the body left behind. */
  boolean keepsItsThread() {
    return keepsItsThread;
  }

  @Override
  public boolean isOf(Task<?> task) {
    return task == cell;
  }
}
