package dev.heddle.plan;

import dev.heddle.task.Task;

/**
 * Adds tasks to an {@link OpenGroup}, from any thread: its body, its children, or whoever has been
 * given it.
 */
public interface TaskGroup {

  /**
   * Starts a task in the group, with a default name, and returns at once.
   *
   * @throws IllegalStateException if the group has finished or is shutting down; the plan never
   *     runs
   */
  <T> Task<T> start(Plan<T> child);

  /** Starts a named task in the group. */
  <T> Task<T> start(Plan<T> child, String name);

  /** A plan that starts a task in the group and yields it. */
  default <T> Plan<Task<T>> add(Plan<T> child) {
    return new Call<>(() -> start(child));
  }

  /** A plan that starts a named task in the group and yields it. */
  default <T> Plan<Task<T>> add(Plan<T> child, String name) {
    return new Call<>(() -> start(child, name));
  }
}
