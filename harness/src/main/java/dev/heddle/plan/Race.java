package dev.heddle.plan;

import java.util.List;

/**
 * Runs plans concurrently and yields the first value in time; the others are cancelled and awaited
 * before that, and what becomes of them is dropped. If none succeeds, every failure is raised in
 * one {@link dev.heddle.task.TaskGroupException}; if all were cancelled on their own, the race ends
 * cancelled. A cancellation of the race cancels all and is passed on when they have ended.
 *
 * <p>asyncio has no such operation; it is what hedged requests need.
 *
 * @param contenders what to run; at least one
 */
public record Race<R>(List<? extends Plan<? extends R>> contenders) implements Plan<R> {

  /** Copies the list. */
  public Race {
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException(
          "There are 0 contenders in a race; allowed: 1 or more, as one of them has to win");
    }
    contenders = List.copyOf(contenders);
  }
}
