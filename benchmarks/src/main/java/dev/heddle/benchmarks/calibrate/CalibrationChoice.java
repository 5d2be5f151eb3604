package dev.heddle.benchmarks.calibrate;

import java.time.Duration;

/**
 * How often and for how long everything is read.
 *
 * @param rounds of each reading; 3 to 100
 * @param time of one reading; 100 ms to a minute
 */
public record CalibrationChoice(int rounds, Duration time) {

  private static final int MOST_ROUNDS = 100;
  private static final Duration LEAST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofMinutes(1);
  private static final int READINGS_OF_ROUND = 8;
  private static final int FORKS_OF_ROUND = 6;
  private static final int STUB_MILLIS = 8_000;

  /** Checks the ranges. */
  public CalibrationChoice {
    if (rounds < NoiseFloor.FEWEST_PAIRS || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "--rounds is %d; allowed: %d to %d: the noise shows between rounds"
              .formatted(rounds, NoiseFloor.FEWEST_PAIRS, MOST_ROUNDS));
    }
    if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "--time is %s s; allowed: 0.1 s to 60 s".formatted(time.toMillis() / 1e3));
    }
  }

  /** How long it will take, about. */
  public Duration expected() {
    Duration fork = NoiseTiming.of(time).expected();
    return time.multipliedBy(READINGS_OF_ROUND)
        .plus(fork.multipliedBy(FORKS_OF_ROUND))
        .multipliedBy(rounds)
        .plusMillis(STUB_MILLIS);
  }
}
