package dev.heddle.plan;

import dev.heddle.task.Task;
import java.util.Optional;

/**
 * Starts a plan as a task of its own (asyncio's {@code create_task}) and yields the task without
 * waiting for it.
 *
 * @param body what the task does; none of it runs before this node has yielded on the same thread
 * @param name the task's name; empty for {@code Task-<n>}
 */
public record Start<R>(Plan<R> body, Optional<String> name) implements Plan<Task<R>> {

  /** Starts {@code body} with a default name. */
  public Start(Plan<R> body) {
    this(body, Optional.empty());
  }

  /** Starts {@code body} under a name. */
  public Start(Plan<R> body, String name) {
    this(body, Optional.of(name));
  }
}
