package dev.heddle.plan;

import java.util.concurrent.Callable;

/**
 * Calls code that may block. Models that may not block run it on a pool of their own for such
 * calls.
 *
 * @param body what to call; a cancellation interrupts its thread
 */
public record Blocking<R>(Callable<? extends R> body) implements Plan<R> {}
