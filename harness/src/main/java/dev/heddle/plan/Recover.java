package dev.heddle.plan;

import java.util.function.Function;

/**
 * A plan, or the one made of its failure. Like Python's {@code except Exception} it does not catch
 * a cancellation.
 *
 * @param attempt runs first
 * @param handler makes the plan to go on with; it must not block, and what it throws is the failure
 */
public record Recover<R>(Plan<R> attempt, Function<? super Throwable, ? extends Plan<R>> handler)
    implements Plan<R> {}
