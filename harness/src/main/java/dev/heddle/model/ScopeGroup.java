package dev.heddle.model;

import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Start;
import dev.heddle.scope.Scope;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open group in a scope. Only the thread that opened a scope may fork in it, so that thread does
 * nothing else: it takes from a mailbox what the body and the children want started, and the body
 * is a subtask like they are, with a thread that can be interrupted when a child fails.
 */
final class ScopeGroup<R> implements Body, Runnable {

  private final OpenGroup<R> group;
  private final Body parent;
  private final Evaluator interpreter;
  private final ModelLife life;
  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final BlockingQueue<Consumer<Scope<Object, Boolean>>> mailbox =
      new LinkedBlockingQueue<>();
  private final GroupState state;
  private @Nullable Kept kept;
  private volatile boolean anyKeepsItsThread;
  private volatile boolean unnoticed;
  private volatile Outcome<R> ended =
      new Outcome.Cancelled<>(new CancellationException("cancelled before it began"));

  /** A group that has not begun, whose owner is {@code parent}'s thread. */
  ScopeGroup(OpenGroup<R> group, Body parent, Evaluator interpreter, ModelLife life) {
    this.group = group;
    this.parent = parent;
    this.interpreter = interpreter;
    this.life = life;
    this.state =
        new GroupState(
            this::post, parent.leftovers(), cancellation, () -> mailbox.add(scope -> {}));
  }

  /**
   * Dispatches until the body and all children have ended. A cancellation of the owner goes to the
   * body, and to the children when the body has ended.
   */
  Outcome<R> dispatch(Scope<Object, Boolean> scope) {
    boolean interrupted = false;
    scope.fork(this);
    while (!state.isFinished()) {
      try {
        mailbox.take().accept(scope);
      } catch (InterruptedException e) {
        interrupted = true;
        if (!cancellation.request()) {
          state.cancelledWhileWaiting();
        }
      }
    }
    Outcome<R> outcome = state.outcome(ended);
    if (interrupted) {
      passBack(outcome);
    }
    return outcome;
  }

  /** The owner's cancellation is still owed to it unless it has come out or was swallowed. */
  private void passBack(Outcome<R> outcome) {
    if (outcome instanceof Outcome.Cancelled<R>) {
      return;
    }
    if (unnoticed) {
      parent.cancellation().restore();
    } else if (outcome instanceof Outcome.Failure<R>) {
      parent.cancellation().redeliver();
    }
  }

  /** The body: a subtask. */
  @Override
  public void run() {
    cancellation.beginOnBehalf();
    try {
      ended = new Outcome.Success<>(interpreter.evaluate(group.body().apply(state), this));
    } catch (Throwable thrown) {
      ended = cancellation.classify(thrown);
    }
    unnoticed = cancellation.end();
    if (kept != null) {
      anyKeepsItsThread = true;
    }
    state.bodyEnded(ended);
    if (unnoticed && !state.isFinished()) {
      state.cancelledWhileWaiting();
    }
    if (kept != null) {
      kept.close();
    }
  }

  private <T> TaskCell<T> post(Start<T> start, Leftovers owner) {
    life.refuseIfClosed();
    ThreadTask<T> child = new ThreadTask<>(start, owner, interpreter);
    child.task().whenDone(done -> noteIfKept(child));
    mailbox.add(scope -> fork(child, scope));
    return child.task();
  }

  private void noteIfKept(ThreadTask<?> child) {
    if (child.keepsItsThread()) {
      anyKeepsItsThread = true;
    }
  }

  private static void fork(ThreadTask<?> child, Scope<Object, Boolean> scope) {
    try {
      scope.fork(child);
    } catch (OutOfMemoryError noThread) {
      child.reject(noThread);
    }
  }

  /** Whether, after the end, no thread goes on for something that was left behind. */
  boolean isGone() {
    return !anyKeepsItsThread;
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
  public boolean isOf(Task<?> task) {
    return parent.isOf(task);
  }

  @Override
  public void keep(Runnable close, BooleanSupplier isIdle) {
    kept = new Kept(close, isIdle, kept);
  }

  @Override
  public void closeIdle() {
    kept = Kept.closeIdle(kept);
  }
}
