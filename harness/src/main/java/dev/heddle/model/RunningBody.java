package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.Task;

/** What is known about a body under way, whether it has a thread to itself or runs in steps. */
interface RunningBody {

  /** Who looks after what this body starts and leaves behind. */
  Leftovers leftovers();

  /** The task that this body is part of. */
  Task<?> task();

  /** Whether this is the body of that task, rather than of one of its children. */
  default boolean isOf(Task<?> task) {
    return false;
  }

  /**
   * Refuses a task that would wait for itself.
   *
   * @throws IllegalStateException if this is its body
   */
  default <R> Task<R> notItself(Task<R> task) {
    if (isOf(task)) {
      throw new IllegalStateException("Task '%s' awaits itself".formatted(task.name()));
    }
    return task;
  }
}
