package dev.heddle.load;

import dev.heddle.stub.StubOptions;
import java.time.Duration;
import java.util.List;

/**
 * What a stall is to do to a load.
 *
 * @param stub that is stopped
 * @param warmUp for how long plans are started before it counts
 * @param begins when the server is stopped, from the beginning; the last time counts
 * @param load for how long the load counts
 * @param stall for how long the server stands still in it
 * @param rate requests per second
 * @param p99Tolerance by which share p99 may be off
 * @param catchUp by how much p90 may be above its due, which counts on a server that has caught up
 *     in no time
 */
record StallOracle(
    StubOptions stub,
    Duration warmUp,
    List<Duration> begins,
    Duration load,
    Duration stall,
    int rate,
    double p99Tolerance,
    Duration catchUp) {

  /** Takes seconds where {@code -Dheddle.oracle=full} makes it take minutes. */
  static StallOracle chosen() {
    return "full".equals(System.getProperty("heddle.oracle")) ? full() : brief();
  }

  /**
   * Stalls once in the warm-up as well. A stall makes a client open as many connections as requests
   * are held up, thousands of them, and run code that it had not run before: the oracle knows
   * nothing of either, so both are done with before it counts. What is left above p90's due is the
   * time in which two cores answer the 2,400 requests in front of it: 30 ms and more, as they
   * answer 75,000 a second at most.
   */
  private static StallOracle full() {
    Duration warmUp = Duration.ofSeconds(7);
    return new StallOracle(
        StubOptions.DEFAULT,
        warmUp,
        List.of(warmUp.dividedBy(2), warmUp.plusSeconds(1)),
        Duration.ofSeconds(12),
        Duration.ofMillis(1_400),
        2_000,
        0.05,
        Duration.ofMillis(100));
  }

  private static StallOracle brief() {
    Duration warmUp = Duration.ofSeconds(2);
    return new StallOracle(
        StubOptions.DEFAULT.unwarmed(),
        warmUp,
        List.of(warmUp.plusSeconds(1)),
        Duration.ofSeconds(3),
        Duration.ofMillis(700),
        500,
        0.1,
        Duration.ofMillis(200));
  }

  /** The response time that a share of all requests does not exceed, in seconds. */
  double seconds(double share, Duration actualStall) {
    return seconds(actualStall) - (1 - share) * seconds(load);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
