package dev.heddle.benchmarks.calibrate;

import dev.heddle.benchmarks.run.Timing;
import java.time.Duration;

/** How long the forks take whose noise is read: two warm-ups and three iterations. */
public final class NoiseTiming {

  private static final int WARM_UPS = 2;
  private static final int ITERATIONS = 3;
  private static final int PARTS = 4;

  private NoiseTiming() {}

  /** Of forks that belong to readings of that time: each iteration is a quarter of it. */
  public static Timing of(Duration reading) {
    int millis = Math.toIntExact(reading.toMillis() / PARTS);
    return new Timing(WARM_UPS, millis, ITERATIONS, millis);
  }
}
