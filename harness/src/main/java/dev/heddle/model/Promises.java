package dev.heddle.model;

import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How bodies made of listeners on promises wait, and how outcomes travel along them; all on one
 * loop.
 */
record Promises(EventLoop loop) {

  /** A promise that somebody signals, on any thread, at least once. */
  Promise<Unit> signal() {
    return loop.newPromise();
  }

  static void give(Promise<Unit> signal) {
    signal.trySuccess(Unit.UNIT);
  }

  <R> Future<R> succeeded(R value) {
    return loop.newSucceededFuture(value);
  }

  <R> Future<R> failed(Throwable cause) {
    return loop.newFailedFuture(cause);
  }

  <R> Future<R> settled(Outcome<R> outcome) {
    return switch (outcome) {
      case Outcome.Success<R>(R value) -> succeeded(value);
      case Outcome.Failure<R>(Throwable cause) -> failed(cause);
      case Outcome.Cancelled<R>(CancellationException cause) -> failed(cause);
    };
  }

  /** Ends as something else did that had no value. */
  <R> Future<R> unsuccessful(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Success<?> success ->
          throw new IllegalArgumentException("%s has a value".formatted(success));
      case Outcome.Failure<?>(Throwable cause) -> failed(cause);
      case Outcome.Cancelled<?>(CancellationException cause) -> failed(cause);
    };
  }

  static <R> void settle(Promise<R> promise, Outcome<R> outcome) {
    switch (outcome) {
      case Outcome.Success<R>(R value) -> promise.setSuccess(value);
      case Outcome.Failure<R>(Throwable cause) -> promise.setFailure(cause);
      case Outcome.Cancelled<R>(CancellationException cause) -> promise.setFailure(cause);
    }
  }

  /** How a future ended that has. */
  static <R> Outcome<R> outcome(Future<R> ended) {
    return ended.isSuccess() ? new Outcome.Success<>(ended.getNow()) : Outcome.of(ended.cause());
  }

  /**
   * Goes on with what {@code next} makes of how {@code first} ended; what it throws is a failure.
   */
  <T, R> Future<R> after(Future<T> first, Function<Outcome<T>, Future<R>> next) {
    Promise<R> whole = loop.newPromise();
    first.addListener(
        (Future<T> ended) -> {
          Future<R> rest;
          try {
            rest = next.apply(outcome(ended));
          } catch (Throwable thrown) {
            whole.setFailure(thrown);
            return;
          }
          rest.addListener((Future<R> last) -> copy(last, whole));
        });
    return whole;
  }

  /** Goes on with what {@code next} makes when {@code first} has succeeded. */
  <R> Future<R> goOn(Future<?> first, Supplier<Future<R>> next) {
    return after(
        first, ended -> ended instanceof Outcome.Success<?> ? next.get() : unsuccessful(ended));
  }

  /**
   * Goes on in a step of the loop when {@code source} has ended, or been ended by a cancellation.
   *
   * @param passOn as for {@link Suspension#begin}; called again for a further cancellation
   */
  <R> Future<R> suspend(Future<R> source, BooleanSupplier passOn, StepBody body) {
    return suspend(source, passOn, passOn, body);
  }

  private <R> Future<R> suspend(
      Future<R> source, BooleanSupplier passOn, BooleanSupplier passOnAgain, StepBody body) {
    Promise<R> step = loop.newPromise();
    Suspension suspension =
        Suspension.begin(
            body.cancellation(),
            passOn,
            passOnAgain,
            cancelled -> {
              if (cancelled) {
                step.setFailure(new CancellationException("cancelled while waiting"));
              } else {
                copy(source, step);
              }
            });
    source.addListener(ended -> suspension.ended());
    return step;
  }

  /**
   * Suspends until a signal; where the body is cancelled, {@code whenCancelled} brings it about.
   */
  Future<Unit> until(Promise<Unit> signal, Runnable whenCancelled, StepBody body) {
    if (signal.isDone()) {
      return signal;
    }
    BooleanSupplier passOn =
        () -> {
          whenCancelled.run();
          return false;
        };
    return suspend(signal, passOn, () -> false, body);
  }

  private static <R> void copy(Future<R> ended, Promise<R> to) {
    if (ended.isSuccess()) {
      to.setSuccess(ended.getNow());
    } else {
      to.setFailure(ended.cause());
    }
  }
}
