package dev.heddle.load;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Times in nanoseconds, to three digits, up to two hours; what is above counts as that. Any thread
 * records, without a lock.
 */
final class Timings {

  private static final long HIGHEST = 7_200_000_000_000L;
  private static final int DIGITS = 3;

  private final Histogram histogram = new ConcurrentHistogram(HIGHEST, DIGITS);

  void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, HIGHEST));
  }

  /** What was recorded so far. */
  Histogram snapshot() {
    return histogram.copy();
  }
}
