package dev.heddle.model;

import dev.heddle.task.ThreadCancellation;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What is known about the body that a thread is interpreting: a task's, a child's of a pattern, or
 * a run's.
 */
interface Body extends RunningBody {

  /** How this body is asked to stop. */
  ThreadCancellation cancellation();

  /** The cancellation that this body caught as {@code thrown}. */
  default CancellationException caught(Throwable thrown) {
    return cancellation().caught(thrown);
  }

  /**
   * Has the body's thread close something after the body has ended and its outcome is known; last
   * kept, first closed.
   *
   * @param isIdle whether closing it would not block
   */
  void keep(Runnable close, BooleanSupplier isIdle);

  /**
   * Closes what was kept and can be closed by now without blocking. Not while something is open
   * that was opened later.
   */
  void closeIdle();

  /** Whether a read of a socket on this body's thread can be ended by whoever cancels the body. */
  default boolean endsReads() {
    return true;
  }
}
