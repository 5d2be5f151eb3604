package dev.heddle.plan;

/**
 * Fails.
 *
 * @param cause an {@link Exception} or an {@link Error}, thrown as it is; a {@link
 *     java.util.concurrent.CancellationException} makes the body cancelled, not failed
 */
public record Fail<R>(Throwable cause) implements Plan<R> {

  /** Checks that the cause can be thrown by an ordinary body. */
  public Fail {
    if (!(cause instanceof Exception) && !(cause instanceof Error)) {
      throw new IllegalArgumentException(
          "A plan cannot fail with a %s; allowed: an Exception or an Error"
              .formatted(cause.getClass().getName()));
    }
  }
}
