package dev.heddle.load;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A time as people write it: a decimal number and one of the units {@code ns}, {@code us}, {@code
 * ms}, {@code s}, {@code m}.
 *
 * @param seconds exactly what was written
 */
public record WrittenTime(BigDecimal seconds) {

  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "ns", new BigDecimal("0.000000001"),
          "us", new BigDecimal("0.000001"),
          "ms", new BigDecimal("0.001"),
          "s", BigDecimal.ONE,
          "m", BigDecimal.valueOf(60));

  private static final int NANO_DIGITS = 9;

  /**
   * A number of a unit.
   *
   * @throws NumberFormatException if the amount is no decimal number
   * @throws IllegalArgumentException if the unit is none of those above
   */
  public static WrittenTime of(String amount, String unit) {
    BigDecimal one = SECONDS.get(unit);
    if (one == null) {
      throw new IllegalArgumentException("unit is '%s'; allowed: ns, us, ms, s, m".formatted(unit));
    }
    return new WrittenTime(new BigDecimal(amount).multiply(one));
  }

  /** In nanoseconds, a fraction of one left out. */
  public long nanos() {
    return seconds.movePointRight(NANO_DIGITS).longValue();
  }
}
