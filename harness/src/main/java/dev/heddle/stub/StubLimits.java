package dev.heddle.stub;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What a stub puts up with.
 *
 * @param connections open at once, 1 to 1,000,000; one more is answered with 503
 * @param idle how long a connection may say nothing while no answer is due to it; it is then closed
 * @param request how long a request, head and body, may take to arrive once it has begun; it is
 *     then answered with 408
 */
public record StubLimits(int connections, Duration idle, Duration request) {

  private static final int MOST_CONNECTIONS = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * As many connections as the process has file descriptors for, less 200 for itself, and at most
   * 65,536; two minutes; ten seconds.
   */
  public static final StubLimits DEFAULT =
      new StubLimits(
          Math.clamp(descriptors() - 200, 1, 65_536),
          Duration.ofMinutes(2),
          Duration.ofSeconds(10));

  /** Checks the ranges. */
  public StubLimits {
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "max-connections is %d; allowed: 1 to %d".formatted(connections, MOST_CONNECTIONS));
    }
    requireTime("idle-timeout", idle);
    requireTime("request-timeout", request);
  }

  /** The same limits with another number of connections. */
  public StubLimits withConnections(int number) {
    return new StubLimits(number, idle, request);
  }

  /** The same limits with another idle time. */
  public StubLimits withIdle(Duration time) {
    return new StubLimits(connections, time, request);
  }

  /** The same limits with another time for a request. */
  public StubLimits withRequest(Duration time) {
    return new StubLimits(connections, idle, time);
  }

  private static void requireTime(String name, Duration time) {
    if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s is %s s; allowed: 0.001 to %d s"
              .formatted(name, time.toNanos() / 1e9, LONGEST.toSeconds()));
    }
  }

  private static long descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : 16_384;
  }
}
