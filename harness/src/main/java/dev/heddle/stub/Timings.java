package dev.heddle.stub;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Durations in nanoseconds, to three digits. A histogram holds no negative value, so the least is
 * kept beside it: an answer that came too early would show. Owned and guarded by {@link Books}.
 */
final class Timings {

  private static final long HIGHEST = TimeUnit.HOURS.toNanos(2);
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MICRO = 1e3;

  private final Histogram histogram = new Histogram(HIGHEST, DIGITS);
  private long least = Long.MAX_VALUE;

  void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, HIGHEST));
    least = Math.min(least, nanos);
  }

  void reset() {
    histogram.reset();
    least = Long.MAX_VALUE;
  }

  /** What was recorded so far. */
  Histogram copy() {
    return histogram.copy();
  }

  StubStats.Micros summary() {
    long count = histogram.getTotalCount();
    return new StubStats.Micros(
        count,
        micros(count == 0 ? 0 : least),
        micros(histogram.getValueAtPercentile(50)),
        micros(histogram.getValueAtPercentile(99)),
        micros(histogram.getValueAtPercentile(99.9)),
        micros(histogram.getMaxValue()));
  }

  private static double micros(long nanos) {
    return nanos / NANOS_PER_MICRO;
  }
}
