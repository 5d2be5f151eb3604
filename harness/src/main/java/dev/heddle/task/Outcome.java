package dev.heddle.task;

import java.util.concurrent.CancellationException;

/**
 * How a body ended. The failure is the very object the body threw, never a wrapper around it.
 *
 * @param <R> the type of the value
 */
public sealed interface Outcome<R> {

  /** The body returned {@code value}. */
  record Success<R>(R value) implements Outcome<R> {}

  /** The body threw {@code cause}. */
  record Failure<R>(Throwable cause) implements Outcome<R> {}

  /** A cancellation came out of the body, or the body never ran because it was cancelled first. */
  record Cancelled<R>(CancellationException cause) implements Outcome<R> {}

  /** How a body ended that threw {@code thrown} where nobody had asked it to stop. */
  static <R> Outcome<R> of(Throwable thrown) {
    return switch (thrown) {
      case CancellationException cancellation -> new Cancelled<>(cancellation);
      case InterruptedException interrupt -> cancelledBy(interrupt);
      default -> new Failure<>(thrown);
    };
  }

  /** Cancelled, which came out of the body as {@code cause}. */
  static <R> Outcome<R> cancelledBy(Throwable cause) {
    return new Cancelled<>(cancellationBy(cause));
  }

  /** The cancellation that came out of a body as {@code cause}. */
  static CancellationException cancellationBy(Throwable cause) {
    CancellationException cancellation = new CancellationException("cancelled");
    cancellation.initCause(cause);
    return cancellation;
  }

  /** Whether a body that threw {@code thrown} was cancelled, be it that nobody asked for it. */
  static boolean isCancellation(Throwable thrown) {
    return thrown instanceof CancellationException || thrown instanceof InterruptedException;
  }

  /**
   * The value, or what the body ended with, thrown.
   *
   * @throws CancellationException if the body was cancelled
   * @throws Exception the identical failure the body threw (an {@link Error} comes out as it is)
   */
  default R get() throws Exception {
    return switch (this) {
      case Success<R>(R value) -> value;
      case Cancelled<R>(CancellationException cause) -> throw cause;
      case Failure<R>(Throwable cause) -> {
        switch (cause) {
          case Exception e -> throw e;
          case Error e -> throw e;
          default ->
              throw new IllegalStateException(
                  "A body may throw an Exception or an Error only", cause);
        }
      }
    };
  }
}
