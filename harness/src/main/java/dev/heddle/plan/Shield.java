package dev.heddle.plan;

/**
 * Takes the outcome of a plan that goes on when whoever waits for it here is cancelled (asyncio's
 * {@code shield}). An {@link Await} stands for its task; every other plan is started as a task. The
 * end of the run or of the model cancels that task all the same.
 *
 * @param inner what is shielded
 */
public record Shield<R>(Plan<R> inner) implements Plan<R> {}
