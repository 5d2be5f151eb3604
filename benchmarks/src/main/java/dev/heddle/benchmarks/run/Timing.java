package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * How long one fork takes.
 *
 * @param warmupIterations how many iterations are thrown away
 * @param warmupMillis how long each of them is, in milliseconds
 * @param iterations how many iterations count
 * @param millis how long each of them is, in milliseconds
 */
public record Timing(int warmupIterations, int warmupMillis, int iterations, int millis) {

  private static final Duration START_UP = Duration.ofMillis(900);

  /** Checks that something is measured. */
  public Timing {
    if (warmupIterations < 0 || warmupMillis < 1 || iterations < 1 || millis < 1) {
      throw new IllegalArgumentException(
          "A fork of %d x %d ms warm-up and %d x %d ms is impossible; allowed: 0 or more warm-ups, 1 or more iterations, each 1 ms or longer"
              .formatted(warmupIterations, warmupMillis, iterations, millis));
    }
  }

  /** The time a fork is expected to take, its JVM's start included. */
  @JsonIgnore
  public Duration expected() {
    return START_UP.plusMillis(measuring());
  }

  /** The time after which a fork is taken for hung. */
  @JsonIgnore
  public Duration limit() {
    return Duration.ofSeconds(60).plusMillis(5 * measuring());
  }

  private long measuring() {
    return (long) warmupIterations * warmupMillis + (long) iterations * millis;
  }
}
