package dev.heddle.plan;

import dev.heddle.task.Task;
import java.util.Optional;

/**
 * The tasks of an {@link AsCompleted} as they end. Any number of {@link #next} may wait at once:
 * the k-th that is served gets the k-th task that ended.
 *
 * @param <T> the type of the tasks' values
 */
public interface Completions<T> {

  /**
   * A plan that waits for the next task to end and yields it, done; empty when there is none left.
   * It fails with {@link dev.heddle.task.TimedOutException} once for each task that had not ended
   * by the timeout. Cancelling it cancels no task and uses up none.
   */
  Plan<Optional<Task<T>>> next();
}
