package dev.heddle.stub.latency;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The logarithm of the delay is normally distributed: many delays around the median, and a tail
 * that a few long ones make.
 *
 * <p>The quantile of u is {@code p50 * exp(sigma * z(u))}, where z is the quantile of the standard
 * normal distribution.
 *
 * @param p50 the median in nanoseconds, 1 to {@link LatencyDistribution#MAX_NANOS}
 * @param sigma the standard deviation of the logarithm, from 0 (all delays are the median)
 */
public record LogNormal(long p50, double sigma) implements LatencyDistribution {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double Z99 = NORMAL.inverseCumulativeProbability(0.99);

  /** Checks the ranges. */
  public LogNormal {
    Delays.requireDelay("p50", p50, 1);
    Delays.requireRange("sigma", sigma, 0, Double.MAX_VALUE);
  }

  /**
   * The one with these two quantiles, from {@code p99 = p50 * exp(sigma * z(0.99))}.
   *
   * @param p50 the median in nanoseconds, from 1
   * @param p99 what one delay in a hundred exceeds, in nanoseconds, from {@code p50} to {@link
   *     LatencyDistribution#MAX_NANOS}
   */
  public static LogNormal of(long p50, long p99) {
    Delays.requireDelay("p99", p99, p50);
    return new LogNormal(p50, sigma((double) p99 / p50));
  }

  /** The 99th percentile in nanoseconds. */
  public long p99() {
    return nanos(0.99);
  }

  @Override
  public long nanos(double u) {
    return nanos(p50, sigma, u);
  }

  @Override
  public String describe() {
    return "lognormal?p50=%s&p99=%s".formatted(Delays.seconds(p50), Delays.seconds(p99()));
  }

  /** The quantile of u, in nanoseconds. */
  static long nanos(long p50, double sigma, double u) {
    // The quantiles of 0 and 1 are infinite, and nothing times infinity is not a number.
    return sigma == 0
        ? p50
        : Delays.bounded(p50 * Math.exp(sigma * NORMAL.inverseCumulativeProbability(u)));
  }

  /** The standard deviation of the logarithm where the 99th percentile is so many medians. */
  static double sigma(double spread) {
    return Math.log(spread) / Z99;
  }

  /** The 99th percentile, in medians. */
  static double spread(double sigma) {
    return Math.exp(sigma * Z99);
  }
}
