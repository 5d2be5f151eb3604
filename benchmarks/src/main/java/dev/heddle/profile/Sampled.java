package dev.heddle.profile;

import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.ProfilerException;

/**
 * A number that goes up and down, looked at every 10 ms by a thread of its own while an iteration
 * runs.
 */
final class Sampled {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Counter counter;
  private volatile boolean running;
  private @Nullable Thread thread;
  private LongSummaryStatistics seen = new LongSummaryStatistics();

  private Sampled(Counter counter) {
    this.counter = counter;
  }

  /**
   * The samples of a number.
   *
   * @throws ProfilerException with the reason if the number cannot be told here
   */
  static Sampled of(Counter counter, String otherwise) throws ProfilerException {
    if (counter.read() == Counter.UNKNOWN) {
      throw new ProfilerException(otherwise);
    }
    return new Sampled(counter);
  }

  void begin() {
    seen = new LongSummaryStatistics();
    running = true;
    thread = Thread.ofPlatform().daemon().name("heddle-samples").start(this::sample);
  }

  /** All samples since {@link #begin}: one at least, the last one at the end. */
  LongSummaryStatistics end() {
    running = false;
    Thread sampler = thread;
    if (sampler != null) {
      LockSupport.unpark(sampler);
      join(sampler);
    }
    seen.accept(counter.read());
    return seen;
  }

  private void sample() {
    while (running) {
      seen.accept(counter.read());
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
