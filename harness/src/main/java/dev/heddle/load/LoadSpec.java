package dev.heddle.load;

import java.time.Duration;

/**
 * A load and how it is offered.
 *
 * @param arrivals when plans are to start
 * @param warmUp for how long plans are started before it counts, at a rate that rises during its
 *     first half; 0 or more
 * @param duration for how long it counts; longer than zero
 * @param drain how long plans may take to end after the last arrival, before they are cancelled
 * @param pacing how the driver waits
 * @param mostInFlight plans unfinished at once; an arrival beyond is not started, and says so
 */
public record LoadSpec(
    Arrivals arrivals,
    Duration warmUp,
    Duration duration,
    Duration drain,
    Pacing pacing,
    int mostInFlight) {

  /** How many plans may be unfinished at once unless it is said otherwise. */
  public static final int MOST_IN_FLIGHT = 10_000;

  private static final Duration LONGEST = Duration.ofDays(1);

  /** Checks the ranges. */
  public LoadSpec {
    require(!warmUp.isNegative() && warmUp.compareTo(LONGEST) <= 0, "warm-up", warmUp, "0 s");
    require(
        duration.isPositive() && duration.compareTo(LONGEST) <= 0, "duration", duration, "1 ns");
    require(!drain.isNegative() && drain.compareTo(LONGEST) <= 0, "drain", drain, "0 s");
    if (mostInFlight < 1) {
      throw new IllegalArgumentException(
          "most in flight is %d; allowed: 1 or more".formatted(mostInFlight));
    }
  }

  /** That many seconds at a rate, after a fifth of them as warm-up, with ten seconds to drain. */
  public static LoadSpec of(Arrivals arrivals, Duration duration) {
    return new LoadSpec(
        arrivals,
        duration.dividedBy(5),
        duration,
        Duration.ofSeconds(10),
        Pacing.SHORT_SPIN,
        MOST_IN_FLIGHT);
  }

  /** The same load after another warm-up. */
  public LoadSpec withWarmUp(Duration time) {
    return new LoadSpec(arrivals, time, duration, drain, pacing, mostInFlight);
  }

  /** The same load with another time to drain. */
  public LoadSpec withDrain(Duration time) {
    return new LoadSpec(arrivals, warmUp, duration, time, pacing, mostInFlight);
  }

  /** The same load paced in another way. */
  public LoadSpec withPacing(Pacing other) {
    return new LoadSpec(arrivals, warmUp, duration, drain, other, mostInFlight);
  }

  /** The same load with another limit of plans unfinished at once. */
  public LoadSpec withMostInFlight(int plans) {
    return new LoadSpec(arrivals, warmUp, duration, drain, pacing, plans);
  }

  private static void require(boolean holds, String name, Duration value, String least) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s is %s s; allowed: %s to %d s"
              .formatted(name, value.toNanos() / 1e9, least, LONGEST.toSeconds()));
    }
  }
}
