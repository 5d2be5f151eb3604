package dev.heddle.plan;

import dev.heddle.task.Task;

/**
 * Yields the task whose body this is (asyncio's {@code current_task}): the one that {@link Start},
 * a {@link TaskGroup}, {@code ExecutionModel.start} or {@code run} made. A child of a pattern is no
 * task; it sees the task that the pattern is part of.
 */
public record CurrentTask() implements Plan<Task<?>> {}
