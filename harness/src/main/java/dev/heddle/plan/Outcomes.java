package dev.heddle.plan;

import dev.heddle.task.Outcome;
import java.util.List;

/**
 * Runs plans concurrently and yields how each of them ended, in argument order (asyncio's {@code
 * gather} with {@code return_exceptions=True}). Only a cancellation of the whole is thrown, when
 * all have ended.
 *
 * @param children what to run; may be empty
 */
public record Outcomes<T>(List<? extends Plan<? extends T>> children)
    implements Plan<List<Outcome<T>>> {

  /** Copies the list. */
  public Outcomes {
    children = List.copyOf(children);
  }
}
