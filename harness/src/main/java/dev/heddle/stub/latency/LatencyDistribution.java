package dev.heddle.stub.latency;

/**
 * How long an answer takes: a number between 0 and 1 in, a delay out. Immutable, and shared by any
 * number of threads. {@link #nanos} allocates nothing.
 *
 * <p>What a formula gives is rounded to whole nanoseconds; what is above {@link #MAX_NANOS} becomes
 * that.
 */
public sealed interface LatencyDistribution
    permits Constant, Uniform, LogNormal, Bimodal, Pareto, Empirical {

  /** No delay is longer: 3600 s, the longest that the stub can be asked for. */
  long MAX_NANOS = 3_600_000_000_000L;

  /**
   * The delay of one draw.
   *
   * @param u at least 0 and below 1, such as {@link Draw#uniform(long, long)} gives; not checked.
   *     Where it is uniform, the delay has this distribution.
   * @return nanoseconds, from 0 to {@link #MAX_NANOS}
   */
  long nanos(double u);

  /**
   * The name and the arguments as in a request, on one line and not encoded: {@code
   * lognormal?p50=0.01&p99=0.1}.
   */
  String describe();
}
