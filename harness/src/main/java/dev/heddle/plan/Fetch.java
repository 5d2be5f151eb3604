package dev.heddle.plan;

/**
 * One HTTP exchange over the model's transport.
 *
 * @param request what to send
 */
public record Fetch(Request request) implements Plan<Response> {}
