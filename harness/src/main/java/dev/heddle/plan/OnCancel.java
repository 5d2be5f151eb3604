package dev.heddle.plan;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * A plan, or the one made of its cancellation: Python's {@code except CancelledError}. What the
 * handler's plan ends with is what the whole ends with, so a cancellation that is not to be
 * swallowed is raised again with {@link Fail}. One request is delivered once: the handler's plan
 * may wait, and is itself cancelled only by a further request.
 *
 * @param attempt runs first
 * @param handler makes the plan to go on with; it must not block, and what it throws is the failure
 */
public record OnCancel<R>(
    Plan<R> attempt, Function<? super CancellationException, ? extends Plan<R>> handler)
    implements Plan<R> {}
