package dev.heddle.model;

import dev.heddle.plan.Await;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.task.Leftovers;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The task that a plan stands for, where a pattern needs one that outlives it: an {@link Await}
 * stands for its own, every other plan is started (asyncio's {@code ensure_future}).
 */
final class StartedTasks {

  /** Starts a plan as a task. */
  interface Starter {
    <T> TaskCell<T> start(Start<T> start, Leftovers owner);
  }

  private StartedTasks() {}

  static <T> Task<T> of(Plan<T> plan, Starter starter, Leftovers owner) {
    return plan instanceof Await<T>(Task<T> task) ? task : starter.start(new Start<>(plan), owner);
  }

  /** Each task once, in the order of the plans. */
  static <T> Set<Task<T>> of(List<? extends Plan<T>> plans, Starter starter, Leftovers owner) {
    Set<Task<T>> tasks = new LinkedHashSet<>();
    for (Plan<T> plan : plans) {
      tasks.add(of(plan, starter, owner));
    }
    return tasks;
  }
}
