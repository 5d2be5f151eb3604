package dev.heddle.plan;

import java.util.concurrent.Callable;

/**
 * Calls code that must not block: it may run on an event loop.
 *
 * @param body what to call; what it throws is the failure, what it returns is not null
 */
public record Call<R>(Callable<? extends R> body) implements Plan<R> {}
