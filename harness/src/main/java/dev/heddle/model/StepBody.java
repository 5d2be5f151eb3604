package dev.heddle.model;

import dev.heddle.task.StepCancellation;
import dev.heddle.task.Task;
import java.util.concurrent.Future;

/** What is known about the body whose steps an event-driven model interprets. */
interface StepBody extends RunningBody {

  /** How this body is asked to stop. */
  StepCancellation cancellation();

  /**
   * Whether awaiting a task needs no suspension because it has ended. Where it has failed and a
   * request to cancel this body is pending, the request comes first: it may have been made because
   * of the failure.
   */
  default boolean awaitsNothing(Task<?> task) {
    return task.isDone() && !(task.state() == Future.State.FAILED && cancellation().isPending());
  }
}
