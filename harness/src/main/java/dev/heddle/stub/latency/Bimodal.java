package dev.heddle.stub.latency;

/**
 * Two sorts of answers, such as those from a cache and those past it: a mixture of two lognormal
 * distributions.
 *
 * <p>One number u gives both the sort and the delay: those below {@code 1 - slowShare} are fast and
 * those above slow, and the place of u within its part is again a uniform number. So {@link #nanos}
 * rises within each sort, but is no quantile of the mixture where the two overlap.
 *
 * @param fast the median of the fast answers in nanoseconds, 1 to {@code slow}
 * @param slow the median of the slow answers in nanoseconds, at most {@link
 *     LatencyDistribution#MAX_NANOS}
 * @param slowShare the probability of a slow answer, 0 to 1
 * @param sigma the standard deviation of the logarithm of each sort, from 0
 */
public record Bimodal(long fast, long slow, double slowShare, double sigma)
    implements LatencyDistribution {

  /** Checks the ranges. */
  public Bimodal {
    Delays.requireDelay("fast", fast, 1);
    Delays.requireDelay("slow", slow, fast);
    Delays.requireRange("slowShare", slowShare, 0, 1);
    Delays.requireRange("sigma", sigma, 0, Double.MAX_VALUE);
  }

  /**
   * The one whose sorts both have this ratio of the 99th percentile to the median.
   *
   * @param spread from 1 (all answers of a sort take as long)
   */
  public static Bimodal of(long fast, long slow, double slowShare, double spread) {
    Delays.requireRange("spread", spread, 1, Double.MAX_VALUE);
    return new Bimodal(fast, slow, slowShare, LogNormal.sigma(spread));
  }

  @Override
  public long nanos(double u) {
    double fastShare = 1 - slowShare;
    return u < fastShare
        ? LogNormal.nanos(fast, sigma, u / fastShare)
        // Not slowShare: the difference to it may be rounded, and the quotient then reach 1.
        : LogNormal.nanos(slow, sigma, (u - fastShare) / (1 - fastShare));
  }

  @Override
  public String describe() {
    return "bimodal?fast=%s&slow=%s&slow_share=%s&spread=%s"
        .formatted(
            Delays.seconds(fast),
            Delays.seconds(slow),
            Delays.number(slowShare),
            Delays.number(LogNormal.spread(sigma)));
  }
}
