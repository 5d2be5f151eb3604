package dev.heddle.plan;

import java.util.List;

/**
 * Runs plans concurrently, all or none: a {@link OpenGroup} whose children are known beforehand and
 * are no tasks. The first that fails cancels the others; when all have ended, every failure is
 * raised in one {@link dev.heddle.task.TaskGroupException}. A child that is cancelled on its own
 * disturbs nobody, but as its value is missing, the group then ends cancelled. A cancellation of
 * the group cancels all children and is passed on when they have ended, unless one of them failed.
 *
 * @param children what to run; may be empty
 */
public record Group<T>(List<? extends Plan<? extends T>> children) implements Plan<List<T>> {

  /** Copies the list. */
  public Group {
    children = List.copyOf(children);
  }
}
