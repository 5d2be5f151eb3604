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
 */
record StallOracle(
    StubOptions stub,
    Duration warmUp,
    List<Duration> begins,
    Duration load,
    Duration stall,
    int rate,
    double p99Tolerance) {

  /** Takes seconds where {@code -Dheddle.oracle=full} makes it take minutes. */
  static StallOracle chosen() {
    return "full".equals(System.getProperty("heddle.oracle")) ? full() : brief();
  }

  /**
   * Stalls once in the warm-up as well. A stall makes a client open as many connections as requests
   * are held up, thousands of them, and run code that it had not run before: the oracle knows
   * nothing of either, so both are done with before it counts.
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
        0.05);
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
        0.1);
  }

  /**
   * All the requests that a stall holds up, at once and without a stall. The longest of them takes
   * as long as this machine, this model and the driver need to catch up, of which the oracle knows
   * nothing: its due counts on a server that has caught up in no time.
   */
  LoadSpec burst() {
    Duration moment = Duration.ofNanos(Math.round(held() * 1e9 / Arrivals.HIGHEST_RATE));
    return LoadSpec.of(new Arrivals.Constant(Arrivals.HIGHEST_RATE), moment)
        .withWarmUp(Duration.ZERO);
  }

  /** No catching-up may take longer, in seconds: beyond it the model or the driver is slow. */
  double longestCatchUp() {
    return seconds(stall) / 4;
  }

  /** How many requests a stall holds up. */
  long held() {
    return Math.round(rate * seconds(stall));
  }

  /** The response time that a share of all requests does not exceed, in seconds. */
  double seconds(double share, Duration actualStall) {
    return seconds(actualStall) - (1 - share) * seconds(load);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
