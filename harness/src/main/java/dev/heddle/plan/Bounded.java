package dev.heddle.plan;

import dev.heddle.task.Permits;

/**
 * Runs a plan while holding one of the permits (asyncio's {@code async with semaphore}). Who has to
 * wait gets a permit in the order of asking; a cancellation of whoever waits loses none.
 *
 * @param permits what bounds how many run at once; not reentrant
 * @param body what to run
 */
public record Bounded<R>(Permits permits, Plan<R> body) implements Plan<R> {}
