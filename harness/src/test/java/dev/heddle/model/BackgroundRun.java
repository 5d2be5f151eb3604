package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A run on a thread of its own, so that the test can look on while it lasts. */
final class BackgroundRun<R> {

  private final CompletableFuture<Outcome<R>> end = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean interruptPending;

  private BackgroundRun(ExecutionModel model, Plan<R> plan) {
    this.thread = Thread.ofPlatform().unstarted(() -> run(model, plan));
  }

  static <R> BackgroundRun<R> of(ExecutionModel model, Plan<R> plan) {
    BackgroundRun<R> run = new BackgroundRun<>(model, plan);
    run.thread.start();
    return run;
  }

  private void run(ExecutionModel model, Plan<R> plan) {
    Outcome<R> outcome;
    try {
      outcome = new Outcome.Success<>(model.run(plan));
    } catch (Throwable thrown) {
      outcome = new Outcome.Failure<>(thrown);
    }
    interruptPending = Thread.interrupted();
    end.complete(outcome);
  }

  /** Interrupts the thread that is inside {@code run}. */
  void interrupt() {
    thread.interrupt();
  }

  boolean hasReturned() {
    return end.isDone();
  }

  /** What the run returned, waiting for that within a bound. */
  R value() throws Exception {
    return end.get(20, TimeUnit.SECONDS).get();
  }

  /** What the run threw, waiting for that within a bound. */
  Throwable thrown() throws Exception {
    return switch (end.get(20, TimeUnit.SECONDS)) {
      case Outcome.Failure<R>(Throwable cause) -> cause;
      case Outcome<R> other -> throw new AssertionError("The run ended with " + other);
    };
  }

  /** Whether the run, having ended, left its thread with the interrupt flag set. */
  boolean leftAnInterruptPending() {
    return interruptPending;
  }
}
