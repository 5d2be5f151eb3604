package dev.heddle.model;

import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** How bodies made of {@link CompletableFuture} stages wait, and how outcomes travel along them. */
final class Stages {

  private Stages() {}

  /**
   * Goes on in a step when {@code source} has ended, or been ended by a cancellation. A future
   * cancels nothing upstream, so a {@link Suspension} stands beside it.
   *
   * @param passOn as for {@link Suspension#begin}; called again for a further cancellation
   */
  static <R> CompletableFuture<R> suspend(
      CompletableFuture<R> source, BooleanSupplier passOn, StepBody body, Executor steps) {
    return suspend(source, passOn, passOn, body, steps);
  }

  private static <R> CompletableFuture<R> suspend(
      CompletableFuture<R> source,
      BooleanSupplier passOn,
      BooleanSupplier passOnAgain,
      StepBody body,
      Executor steps) {
    CompletableFuture<R> step = new CompletableFuture<>();
    Suspension suspension =
        Suspension.begin(
            body.cancellation(),
            passOn,
            passOnAgain,
            cancelled -> {
              if (cancelled) {
                step.completeExceptionally(new CancellationException("cancelled while waiting"));
              } else {
                var unused = source.whenComplete((value, thrown) -> complete(step, value, thrown));
              }
            });
    var unused = source.whenCompleteAsync((value, thrown) -> suspension.ended(), steps);
    return step;
  }

  /**
   * Suspends until a signal; where the body is cancelled, {@code whenCancelled} brings it about.
   */
  static CompletableFuture<Unit> until(
      CompletableFuture<Unit> signal, Runnable whenCancelled, StepBody body, Executor steps) {
    if (signal.isDone()) {
      return signal;
    }
    BooleanSupplier passOn =
        () -> {
          whenCancelled.run();
          return false;
        };
    return suspend(signal, passOn, () -> false, body, steps);
  }

  /** Runs {@code action} after a time; the result calls it off. */
  static Runnable timer(Runnable action, long nanos) {
    CompletableFuture<Unit> timer =
        new CompletableFuture<Unit>().completeOnTimeout(Unit.UNIT, nanos, TimeUnit.NANOSECONDS);
    var unused = timer.thenRun(action);
    return () -> timer.cancel(false);
  }

  private static <R> void complete(CompletableFuture<R> step, R value, Throwable thrown) {
    if (thrown == null) {
      step.complete(value);
    } else {
      step.completeExceptionally(thrown);
    }
  }

  static <R> void settle(CompletableFuture<R> future, Outcome<R> outcome) {
    switch (outcome) {
      case Outcome.Success<R>(R value) -> future.complete(value);
      case Outcome.Failure<R>(Throwable cause) -> future.completeExceptionally(carried(cause));
      case Outcome.Cancelled<R>(CancellationException cause) -> future.completeExceptionally(cause);
    }
  }

  static <R> CompletableFuture<R> settled(Outcome<R> outcome) {
    CompletableFuture<R> future = new CompletableFuture<>();
    settle(future, outcome);
    return future;
  }

  static <R> CompletableFuture<R> failed(Throwable cause) {
    return CompletableFuture.failedFuture(carried(cause));
  }

  static <R> Outcome<R> outcome(R value, Throwable thrown) {
    return thrown == null ? new Outcome.Success<>(value) : Outcome.of(cause(thrown));
  }

  /**
   * A body's own CompletionException is wrapped once more, so that {@link #cause} gives it back.
   */
  private static Throwable carried(Throwable cause) {
    return cause instanceof CompletionException ? new CompletionException(cause) : cause;
  }

  static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return thrown instanceof CompletionException && cause != null ? cause : thrown;
  }
}
