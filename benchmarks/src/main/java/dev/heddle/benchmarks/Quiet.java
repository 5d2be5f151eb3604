package dev.heddle.benchmarks;

import java.util.concurrent.TimeUnit;

/** Waits for the exchanges that an operation left behind. */
final class Quiet {

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private Quiet() {}

  /**
   * Returns when no exchange is under way.
   *
   * @throws IllegalStateException if one still is after ten seconds
   */
  static void await(Arm arm) throws InterruptedException {
    long begin = System.nanoTime();
    while (arm.exchangesInFlight() > 0) {
      if (System.nanoTime() - begin > LONGEST_NANOS) {
        throw new IllegalStateException(
            "%d exchanges are still under way %d s after the last operation"
                .formatted(arm.exchangesInFlight(), TimeUnit.NANOSECONDS.toSeconds(LONGEST_NANOS)));
      }
      Thread.sleep(1);
    }
  }
}
