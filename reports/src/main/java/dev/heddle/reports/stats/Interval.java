package dev.heddle.reports.stats;

import java.util.function.DoubleUnaryOperator;

/** A confidence interval, both ends included; its level is {@link Level#CONFIDENCE}. */
public record Interval(double low, double high) {

  /** Whether a value lies in it. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** Whether it lies wholly in another. */
  public boolean within(Interval other) {
    return other.low <= low && high <= other.high;
  }

  /** The interval of a monotone function of the estimated value. */
  public Interval map(DoubleUnaryOperator monotone) {
    double one = monotone.applyAsDouble(low);
    double other = monotone.applyAsDouble(high);
    return new Interval(Math.min(one, other), Math.max(one, other));
  }
}
