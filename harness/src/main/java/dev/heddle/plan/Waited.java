package dev.heddle.plan;

import dev.heddle.task.Task;
import java.util.Set;

/**
 * What a {@link Wait} found: disjoint sets of the identical tasks it was given, which together hold
 * all of them.
 *
 * @param done those that had ended
 * @param pending those that had not; they run on
 */
public record Waited<R>(Set<Task<? extends R>> done, Set<Task<? extends R>> pending) {

  /** Copies the sets. */
  public Waited {
    done = Set.copyOf(done);
    pending = Set.copyOf(pending);
  }
}
