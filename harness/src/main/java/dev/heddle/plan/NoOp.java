package dev.heddle.plan;

/** Does nothing. */
public record NoOp() implements Plan<Unit> {}
