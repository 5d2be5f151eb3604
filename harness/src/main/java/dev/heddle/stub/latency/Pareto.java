package dev.heddle.stub.latency;

/**
 * A heavy tail: the probability of a delay above x is {@code (min / x) ^ shape}.
 *
 * <p>The quantile of u is {@code min * (1 - u) ^ (-1 / shape)}, cut at {@link
 * LatencyDistribution#MAX_NANOS}. Uncut, the mean is infinite for a shape up to 1 and the variance
 * for one up to 2.
 *
 * @param min the shortest delay in nanoseconds, 1 to {@link LatencyDistribution#MAX_NANOS}
 * @param shape above 0; the less, the heavier the tail
 */
public record Pareto(long min, double shape) implements LatencyDistribution {

  /** Checks the ranges. */
  public Pareto {
    Delays.requireDelay("min", min, 1);
    Delays.requireRange("shape", shape, Double.MIN_NORMAL, Double.MAX_VALUE);
  }

  /**
   * As in Commons Statistics' ParetoDistribution: exact also where u is so small that 1 - u is 1.
   */
  @Override
  public long nanos(double u) {
    return Delays.bounded(min * Math.exp(-Math.log1p(-u) / shape));
  }

  @Override
  public String describe() {
    return "pareto?min=%s&shape=%s".formatted(Delays.seconds(min), Delays.number(shape));
  }
}
