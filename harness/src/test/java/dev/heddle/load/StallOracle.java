package dev.heddle.load;

import java.time.Duration;

/**
 * What a stall is to do to a load.
 *
 * @param load for how long the load counts
 * @param stall for how long the server stands still in it
 * @param rate requests per second
 * @param p99Tolerance by which share p99 may be off
 * @param catchUp by how much p90 may be above its due, which counts on a server that has caught up
 *     in no time
 */
record StallOracle(Duration load, Duration stall, int rate, double p99Tolerance, Duration catchUp) {

  /** Takes seconds where {@code -Dheddle.oracle=full} makes it take minutes. */
  static StallOracle chosen() {
    return "full".equals(System.getProperty("heddle.oracle"))
        ? new StallOracle(
            Duration.ofSeconds(12), Duration.ofMillis(1_400), 2_000, 0.05, Duration.ofMillis(30))
        : new StallOracle(
            Duration.ofSeconds(3), Duration.ofMillis(700), 500, 0.1, Duration.ofMillis(200));
  }

  /** The response time that a share of all requests does not exceed, in seconds. */
  double seconds(double share, Duration actualStall) {
    return seconds(actualStall) - (1 - share) * seconds(load);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
