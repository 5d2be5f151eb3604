package dev.heddle.stub;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that another thread or process brings about, with a bound. */
final class Eventually {

  private static final long BOUND = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE = Duration.ofMillis(5).toNanos();

  private Eventually() {}

  /**
   * The first value that fits; the last one seen if none does in time, for the caller's assertion
   * to reject.
   */
  static <T> T see(Supplier<T> value, Predicate<T> fits) {
    long start = System.nanoTime();
    T seen = value.get();
    while (!fits.test(seen) && System.nanoTime() - start < BOUND) {
      LockSupport.parkNanos(PAUSE);
      seen = value.get();
    }
    return seen;
  }
}
