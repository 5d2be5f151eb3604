package dev.heddle.plan;

import java.time.Duration;

/**
 * Suspends for a time, never shorter than asked.
 *
 * @param duration how long; zero or less yields at once
 */
public record Sleep(Duration duration) implements Plan<Unit> {}
