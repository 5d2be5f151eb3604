package dev.heddle.plan;

import dev.heddle.task.Task;

/**
 * Waits for a task and takes its outcome for its own. A cancellation of whoever waits is passed on
 * to the task.
 *
 * @param task what to wait for; a task that awaits itself fails
 */
public record Await<R>(Task<R> task) implements Plan<R> {}
