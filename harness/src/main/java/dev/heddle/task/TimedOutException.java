package dev.heddle.task;

/**
 * A time limit of a plan has passed (asyncio's {@code TimeoutError}), on every model and from every
 * node that has a limit.
 */
public final class TimedOutException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says which limit passed. */
  public TimedOutException(String message) {
    super(message);
  }

  /** Says which limit passed, and the cancellation by which the work was ended. */
  public TimedOutException(String message, Throwable cancellation) {
    super(message, cancellation);
  }
}
