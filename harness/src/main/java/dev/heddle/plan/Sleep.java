package dev.heddle.plan;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Suspends for a time, never shorter than asked.
 *
 * @param duration how long; zero or less yields at once
 */
public record Sleep(Duration duration) implements Plan<Unit> {

  private static final long LONGEST = Long.MAX_VALUE / 2;

  /** How long, in nanoseconds from 0 to some 146 years, so that a deadline can be reckoned with. */
  public long nanos() {
    return Math.clamp(TimeUnit.NANOSECONDS.convert(duration), 0, LONGEST);
  }
}
