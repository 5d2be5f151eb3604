package dev.heddle.benchmarks;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the profiler that adds it how long an operation of this fork takes at least, by arithmetic.
 */
public final class LastBound {

  private static final AtomicLong LAST_NANOS = new AtomicLong();

  private LastBound() {}

  /** The least time of an operation; zero where arithmetic sets no bound. */
  public static Duration get() {
    return Duration.ofNanos(LAST_NANOS.get());
  }

  static void put(Duration least) {
    LAST_NANOS.set(least.toNanos());
  }
}
