package dev.heddle.plan;

import java.util.List;

/**
 * Runs plans concurrently and yields their values in argument order (asyncio's {@code gather}). It
 * fails as soon as the first of them in time fails or is cancelled; the others run on. A
 * cancellation of the gather cancels them all and is passed on when they have ended.
 *
 * @param children what to run; may be empty
 */
public record Gather<T>(List<? extends Plan<? extends T>> children) implements Plan<List<T>> {

  /** Copies the list. */
  public Gather {
    children = List.copyOf(children);
  }
}
