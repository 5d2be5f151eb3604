package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;
import java.util.concurrent.Future;

/** What is known about the body whose steps an event-driven model interprets. */
interface StepBody {

  /** How this body is asked to stop. */
  StepCancellation cancellation();

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

  /**
   * Whether awaiting a task needs no suspension because it has ended. Where it has failed and a
   * request to cancel this body is pending, the request comes first: it may have been made because
   * of the failure.
   */
  default boolean awaitsNothing(Task<?> task) {
    return task.isDone() && !(task.state() == Future.State.FAILED && cancellation().isPending());
  }
}
