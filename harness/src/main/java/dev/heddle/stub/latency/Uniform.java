package dev.heddle.stub.latency;

/**
 * Every delay between two is as likely as another.
 *
 * @param low nanoseconds, 0 to {@code high}
 * @param high nanoseconds, at most {@link LatencyDistribution#MAX_NANOS}
 */
public record Uniform(long low, long high) implements LatencyDistribution {

  /** Checks the ranges. */
  public Uniform {
    Delays.requireDelay("low", low, 0);
    Delays.requireDelay("high", high, low);
  }

  @Override
  public long nanos(double u) {
    return Delays.bounded(low + u * (high - low));
  }

  @Override
  public String describe() {
    return "uniform?low=%s&high=%s".formatted(Delays.seconds(low), Delays.seconds(high));
  }
}
