package dev.heddle.task;

import java.util.Optional;

/**
 * How a body is asked to stop. Requests are counted, so that whoever made one (a deadline, a group
 * that failed) can take it back when it has served its purpose, and can tell whether somebody else
 * has asked as well; asyncio's {@code cancelling} and {@code uncancel}.
 */
public sealed interface Cancellation extends Cancellable
    permits ThreadCancellation, StepCancellation {

  /**
   * Asks the body to stop, as {@link #announce} does.
   *
   * @return wakes it; empty if it has ended
   */
  Optional<Runnable> ask();

  @Override
  default boolean request() {
    Optional<Runnable> wake = ask();
    wake.ifPresent(Runnable::run);
    return wake.isPresent();
  }

  @Override
  default Runnable announce() {
    return ask().orElse(() -> {});
  }

  /** How many requests have been made and not been taken back. May be called from any thread. */
  int requests();

  /**
   * What has been asked of a body when a block in it begins.
   *
   * @param requests how many requests there are that are none of the block's business
   * @param pending whether the body has not noticed one of them yet
   */
  record Mark(int requests, boolean pending) {}

  /** What has been asked until now. For the body's own thread or step. */
  Mark mark();

  /**
   * Takes one request back that was made since a block began. For the body's own thread or step.
   *
   * @param mark what had been asked then; if no more requests than that are left, and none of those
   *     is pending, what the body has not noticed yet it never will
   * @return whether the body had never noticed
   */
  boolean takeBack(Mark mark);

  /** Delivers again what was noticed but not obeyed. For the body's own thread or step. */
  void redeliver();
}
