package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.Task;
import dev.heddle.task.ThreadCancellation;

/**
 * What is known about the body that a thread is interpreting: a task's, a child's of a pattern, or
 * a run's.
 */
interface Body {

  /** How this body is asked to stop. */
  ThreadCancellation cancellation();

  /** Who looks after what this body starts and leaves behind. */
  Leftovers leftovers();

  /**
   * Has the body's thread close something after the body has ended and its outcome is known; last
   * kept, first closed.
   */
  void keep(Runnable close);

  /** Whether this is the body of that task. */
  default boolean isOf(Task<?> task) {
    return false;
  }
}
