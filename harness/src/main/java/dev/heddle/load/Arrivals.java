package dev.heddle.load;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * When plans are to start. The times are fixed by the rate alone: nothing that happens during a run
 * moves them.
 */
public sealed interface Arrivals {

  /** The least rate: one arrival in a thousand seconds. */
  double LEAST_RATE = 0.001;

  /** The highest rate, in arrivals per second. */
  double HIGHEST_RATE = 1_000_000;

  /** The times from the beginning; each call begins anew. */
  Schedule schedule();

  /** The arrivals' times one after another. Not thread-safe. */
  interface Schedule {

    /** Nanoseconds from the beginning to the next arrival; never less than the last one's. */
    long next();
  }

  /** The n-th arrival, from 0, comes n / rate seconds after the beginning, to the nanosecond. */
  record Constant(double perSecond) implements Arrivals {

    private static final double SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Checks the rate. */
    public Constant {
      requireRate(perSecond);
    }

    @Override
    public Schedule schedule() {
      // From the number, not from the last time: a sum of rounded gaps would drift.
      return new Schedule() {
        private long number;

        @Override
        public long next() {
          return Math.round(number++ * SECOND_NANOS / perSecond);
        }
      };
    }
  }

  /**
   * Independent arrivals: the gaps are exponentially distributed (a Poisson process), the same ones
   * for the same seed.
   */
  record Poisson(double perSecond, long seed) implements Arrivals {

    /** Checks the rate. */
    public Poisson {
      requireRate(perSecond);
    }

    @Override
    public Schedule schedule() {
      SplittableRandom random = new SplittableRandom(seed);
      double meanGapNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
      return new Schedule() {
        private double at;

        @Override
        public long next() {
          // 1 - u lies in (0, 1], whose logarithm is finite.
          at -= Math.log(1 - random.nextDouble()) * meanGapNanos;
          return (long) at;
        }
      };
    }
  }

  private static void requireRate(double perSecond) {
    if (!(perSecond >= LEAST_RATE && perSecond <= HIGHEST_RATE)) {
      throw new IllegalArgumentException(
          "rate is %s per second; allowed: %s to %.0f"
              .formatted(perSecond, LEAST_RATE, HIGHEST_RATE));
    }
  }
}
