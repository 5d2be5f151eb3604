package dev.heddle.model;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for an event that nobody signals, by looking. */
final class Spin {

  private static final long BOUND = Duration.ofSeconds(20).toNanos();
  private static final long PAUSE = Duration.ofNanos(50_000).toNanos();

  private Spin() {}

  /** Looks until the event has happened; an error after 20 s. */
  static void until(BooleanSupplier happened, String event) {
    long start = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - start > BOUND) {
        throw new AssertionError("Not within 20 s: " + event);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
