package dev.heddle.stub.latency;

/** Measured delays in ascending order. At least one; immutable. */
public sealed interface EmpiricalSource permits SortedValues, CountedValues {

  /**
   * The delay with index {@code floor(u * size())}: the inverse of the empirical distribution
   * function.
   *
   * @param u at least 0 and below 1
   * @return nanoseconds, from 0 to {@link LatencyDistribution#MAX_NANOS}
   */
  long nanos(double u);

  /** How many delays were measured. */
  long size();
}
