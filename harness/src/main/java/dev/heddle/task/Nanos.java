package dev.heddle.task;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Durations that deadlines can be reckoned with. */
public final class Nanos {

  private static final long LONGEST = Long.MAX_VALUE / 2;

  private Nanos() {}

  /** The duration in nanoseconds, from 0 (for zero or less) to some 146 years. */
  public static long of(Duration duration) {
    return Math.clamp(TimeUnit.NANOSECONDS.convert(duration), 0, LONGEST);
  }
}
