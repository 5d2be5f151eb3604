package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Plan;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A child of a pattern whose body has a thread to itself. Nobody else can hold it, so it is no
 * task.
 */
final class ThreadChild implements Runnable, Body {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Plan<?> plan;
  private final Evaluator interpreter;
  private final int index;
  private final FanIn siblings;
  private final Body parent;
  private @Nullable Kept kept;

  ThreadChild(Plan<?> plan, Evaluator interpreter, int index, FanIn siblings, Body parent) {
    this.plan = plan;
    this.interpreter = interpreter;
    this.index = index;
    this.siblings = siblings;
    this.parent = parent;
  }

  @Override
  public void run() {
    if (cancellation.begin()) {
      evaluate();
    } else {
      cancelBeforeItBegins(new CancellationException("cancelled before it began"));
    }
    if (kept != null) {
      kept.close();
    }
  }

  private void evaluate() {
    Object value;
    try {
      value = interpreter.evaluate(plan, this);
    } catch (Throwable thrown) {
      siblings.failed(index, cancellation.outcomeOf(thrown));
      return;
    }
    if (cancellation.end()) {
      siblings.failed(
          index, new Outcome.Cancelled<>(new CancellationException("cancelled before its end")));
    } else {
      siblings.succeeded(index, value);
    }
  }

  /** Ends a child that was cancelled before its body began, on whichever thread. */
  void cancelBeforeItBegins(CancellationException reason) {
    if (plan instanceof Await<?>(Task<?> task)) {
      siblings.cancelInstead(index, task);
    } else {
      siblings.failed(index, new Outcome.Cancelled<>(reason));
    }
  }

  /** Ends a child that got no thread. */
  void reject(Throwable reason) {
    siblings.failed(index, new Outcome.Failure<>(reason));
  }

  @Override
  public ThreadCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return parent.leftovers();
  }

  @Override
  public Task<?> task() {
    return parent.task();
  }

  @Override
  public void keep(Runnable close, BooleanSupplier isIdle) {
    siblings.keepThread();
    kept = new Kept(close, isIdle, kept);
  }

  @Override
  public void closeIdle() {
    kept = Kept.closeIdle(kept);
  }
}
