package dev.heddle.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Exchanges that were open when the caller went on: orphans.
 *
 * @param orphans how many
 * @param lastEndNanos when the last of them had ended, of {@link System#nanoTime}, late by {@link
 *     #LOOK_NANOS} at most
 * @param openNanos the time that each was open after the caller went on, all together
 */
record OpenAfterwards(int orphans, long lastEndNanos, double openNanos) {

  /** How often is looked whether they have ended. */
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /**
   * Watches until none is open.
   *
   * @throws IllegalStateException if one still is after ten seconds
   */
  static OpenAfterwards watch(Arm arm, long toldNanos) {
    int orphans = arm.exchangesInFlight();
    double openNanos = 0;
    long before = toldNanos;
    for (int open = orphans; open > 0; open = arm.exchangesInFlight()) {
      LockSupport.parkNanos(LOOK_NANOS);
      long now = System.nanoTime();
      openNanos += (double) open * (now - before);
      before = now;
      if (now - toldNanos > LONGEST_NANOS) {
        throw new IllegalStateException(
            "%d exchanges are still open %d s after the operation"
                .formatted(open, TimeUnit.NANOSECONDS.toSeconds(LONGEST_NANOS)));
      }
    }
    return new OpenAfterwards(orphans, before, openNanos);
  }
}
