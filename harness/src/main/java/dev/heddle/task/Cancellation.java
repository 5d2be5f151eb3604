package dev.heddle.task;

/**
 * How a body is asked to stop. Requests are counted, so that whoever made one (a deadline, a group
 * that failed) can take it back when it has served its purpose, and can tell whether somebody else
 * has asked as well; asyncio's {@code cancelling} and {@code uncancel}.
 */
public sealed interface Cancellation extends Cancellable
    permits ThreadCancellation, StepCancellation {

  /** How many requests have been made and not been taken back. May be called from any thread. */
  int requests();

  /**
   * Takes one request back. For the body's own thread or step.
   *
   * @param before the number of requests that are none of the caller's business; if no more are
   *     left and the body has not noticed yet, it never will
   * @return whether the body had never noticed
   */
  boolean takeBack(int before);

  /** Delivers again what was noticed but not obeyed. For the body's own thread or step. */
  void redeliver();
}
