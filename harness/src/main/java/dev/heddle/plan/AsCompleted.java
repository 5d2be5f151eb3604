package dev.heddle.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Yields tasks in the order in which they end (asyncio's {@code as_completed}). An {@link Await}
 * among the children stands for its task itself, counted once however often it is given; every
 * other plan is started as a task at once. Nothing here cancels a task: not a failure, not the
 * timeout, not a consumer that stops early.
 *
 * @param children what to run; may be empty
 * @param timeout when to give up, counted from the start of this node; empty for never
 */
public record AsCompleted<T>(List<? extends Plan<T>> children, Optional<Duration> timeout)
    implements Plan<Completions<T>> {

  /** Copies the list. */
  public AsCompleted {
    children = List.copyOf(children);
  }

  /** Without a timeout. */
  public AsCompleted(List<? extends Plan<T>> children) {
    this(children, Optional.empty());
  }
}
