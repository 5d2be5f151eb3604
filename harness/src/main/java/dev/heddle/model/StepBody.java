package dev.heddle.model;

import dev.heddle.task.Leftovers;
import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;

/** What is known about the body whose steps an event-driven model interprets. */
interface StepBody {

  /** How this body is asked to stop. */
  StepCancellation cancellation();

  /** Who looks after what this body starts and leaves behind. */
  Leftovers leftovers();

  /** Whether this is the body of that task. */
  default boolean isOf(Task<?> task) {
    return false;
  }
}
