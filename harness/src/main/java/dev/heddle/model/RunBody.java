package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Leftovers;
import dev.heddle.task.NonBlocking;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import dev.heddle.task.ThreadCancellation;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a run, on its caller's thread. An interrupt of that thread cancels it, and so does
 * the model when it is closed meanwhile.
 */
final class RunBody<R> implements Body, Leftovers.Leftover {

  private final ThreadCancellation cancellation = new ThreadCancellation();
  private final Leftovers leftovers;
  private @Nullable TaskCell<R> cell;
  private @Nullable Outcome<R> finalOutcome;
  private @Nullable Kept kept;
  private @Nullable InterruptedException interrupted;
  private boolean ended;

  private RunBody(Leftovers leftovers) {
    this.leftovers = leftovers;
  }

  /** Runs a plan on the calling thread, in the sight of the model, and cleans up after it. */
  static <R> R run(Plan<R> plan, ModelLife life, Evaluator interpreter) throws Exception {
    life.refuseIfClosed();
    NonBlocking.refuse("Running a plan");
    RunBody<R> body = new RunBody<>(life.leftovers().ofAnother());
    life.leftovers().add(body);
    try {
      life.refuseIfClosed();
      return body.end(body.cancellation.run(() -> body.evaluate(plan, interpreter)));
    } finally {
      body.close();
      life.leftovers().remove(body);
    }
  }

  private R end(Outcome<R> outcome) throws Exception {
    synchronized (this) {
      finalOutcome = outcome;
      if (cell != null) {
        cell.complete(outcome);
      }
    }
    if (outcome instanceof Outcome.Cancelled<R>(CancellationException cause)) {
      throw cancelledBy(cause);
    }
    return outcome.get();
  }

  private R evaluate(Plan<R> plan, Evaluator interpreter) throws Exception {
    try {
      return interpreter.evaluate(plan, this);
    } catch (InterruptedException interrupt) {
      interrupted = interrupt;
      throw interrupt;
    }
  }

  @Override
  public CancellationException caught(Throwable thrown) {
    if (thrown instanceof InterruptedException interrupt) {
      interrupted = interrupt;
    }
    return cancellation.caught(thrown);
  }

  /** Nobody but an interrupt of the caller's thread interrupts this body without a request. */
  private Exception cancelledBy(CancellationException cancellation) {
    InterruptedException interrupt = interrupted;
    return interrupt != null && this.cancellation.requests() == 0 ? interrupt : cancellation;
  }

  @Override
  public ThreadCancellation cancellation() {
    return cancellation;
  }

  @Override
  public Leftovers leftovers() {
    return leftovers;
  }

  /** Most runs are asked for no task and make none. */
  @Override
  public synchronized TaskCell<R> task() {
    if (cell == null) {
      cell = new TaskCell<>(Optional.empty(), cancellation);
      if (finalOutcome != null) {
        cell.complete(finalOutcome);
      }
    }
    return cell;
  }

  @Override
  public synchronized boolean isOf(Task<?> task) {
    return task == cell;
  }

  /**
   * The caller's thread may be one whose reads no interrupt ends, and an interrupt knows no hook.
   */
  @Override
  public boolean endsReads() {
    return Thread.currentThread().isVirtual();
  }

  @Override
  public void keep(Runnable close, BooleanSupplier isIdle) {
    kept = new Kept(close, isIdle, kept);
  }

  @Override
  public void closeIdle() {
    kept = Kept.closeIdle(kept);
  }

  /** Cancels and awaits what the run has left behind. */
  private void close() {
    leftovers.cancelAndAwaitAll();
    if (kept != null) {
      kept.close();
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  @Override
  public void requestCancel() {
    cancellation.request();
  }

  @Override
  public synchronized void awaitEnd() throws InterruptedException {
    while (!ended) {
      wait();
    }
  }

  @Override
  public void tasks(Consumer<? super Task<?>> each) {
    task().tasks(each);
    leftovers.tasks(each);
  }
}
