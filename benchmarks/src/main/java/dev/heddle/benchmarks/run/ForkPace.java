package dev.heddle.benchmarks.run;

import java.io.IOException;
import java.time.Duration;

/**
 * Expects the next forks to take as long as those so far, and before the first one what was
 * planned.
 */
final class ForkPace {

  /** One timed piece of work. */
  interface Work<T> {
    T run() throws IOException;
  }

  private final Duration planned;
  private long done;
  private long nanos;

  ForkPace(Duration planned) {
    this.planned = planned;
  }

  <T> T time(Work<T> work) throws IOException {
    long start = System.nanoTime();
    T value = work.run();
    nanos += System.nanoTime() - start;
    done++;
    return value;
  }

  Duration expected(int forks) {
    Duration each = done == 0 ? planned : Duration.ofNanos(nanos / done);
    return each.multipliedBy(forks);
  }
}
