package dev.heddle.stub.latency;

import java.math.BigDecimal;

/** What all distributions do with nanoseconds. */
final class Delays {

  private static final int DECIMALS = 9;

  private Delays() {}

  /** Whole nanoseconds, from 0 to the longest delay there is. */
  static long bounded(double nanos) {
    return Math.clamp(Math.round(nanos), 0, LatencyDistribution.MAX_NANOS);
  }

  /** Nanoseconds as a decimal number of seconds without needless zeros: {@code 0.05}. */
  static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, DECIMALS).stripTrailingZeros().toPlainString();
  }

  /**
   * A decimal number of seconds in nanoseconds.
   *
   * @throws ArithmeticException for more than nine decimals, or for more than 292 years
   */
  static long nanos(BigDecimal seconds) {
    return seconds.movePointRight(DECIMALS).longValueExact();
  }

  /** A number without needless zeros, rounded to nine decimals as its argument had at most. */
  static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(Math.rint(value * 1e9)).movePointLeft(DECIMALS);
    return rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * Refuses a delay that is out of range.
   *
   * @throws IllegalArgumentException that names it, its value and the range
   */
  static void requireDelay(String name, long nanos, long least) {
    if (nanos < least || nanos > LatencyDistribution.MAX_NANOS) {
      throw new IllegalArgumentException(
          "%s is %d ns; allowed: %d to %d"
              .formatted(name, nanos, least, LatencyDistribution.MAX_NANOS));
    }
  }

  /**
   * Refuses a number without a unit that is out of range.
   *
   * @throws IllegalArgumentException that names it, its value and the range
   */
  static void requireRange(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s; allowed: %s to %s".formatted(name, value, low, high));
    }
  }
}
