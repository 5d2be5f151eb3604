package dev.heddle.plan;

/**
 * Yields a value at once.
 *
 * @param value the value
 */
public record Value<R>(R value) implements Plan<R> {}
