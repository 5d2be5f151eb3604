package dev.heddle.plan;

import dev.heddle.task.Nanos;
import java.time.Duration;

/**
 * Suspends for a time, never shorter than asked.
 *
 * @param duration how long; zero or less yields at once
 */
public record Sleep(Duration duration) implements Plan<Unit> {

  /** How long, in nanoseconds from 0 to some 146 years, so that a deadline can be reckoned with. */
  public long nanos() {
    return Nanos.of(duration);
  }
}
