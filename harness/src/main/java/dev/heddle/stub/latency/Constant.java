package dev.heddle.stub.latency;

/**
 * Always the same delay.
 *
 * @param value nanoseconds, 0 to {@link LatencyDistribution#MAX_NANOS}
 */
public record Constant(long value) implements LatencyDistribution {

  /** Checks the range. */
  public Constant {
    Delays.requireDelay("value", value, 0);
  }

  @Override
  public long nanos(double u) {
    return value;
  }

  @Override
  public String describe() {
    return "constant?value=" + Delays.seconds(value);
  }
}
