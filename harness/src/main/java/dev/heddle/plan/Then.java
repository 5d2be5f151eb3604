package dev.heddle.plan;

import java.util.function.Function;

/**
 * A plan, then the one made of its value.
 *
 * @param first runs first; where it does not yield a value, its outcome is the whole's
 * @param next makes the plan to go on with; it must not block, and what it throws is the failure
 */
public record Then<T, R>(Plan<T> first, Function<? super T, ? extends Plan<R>> next)
    implements Plan<R> {}
