package dev.heddle.plan;

import dev.heddle.task.Task;

/**
 * Requests the cancellation of a task and yields what {@link Task#cancel} returned, without waiting
 * for the end.
 *
 * @param task what to cancel
 */
public record Cancel(Task<?> task) implements Plan<Boolean> {}
