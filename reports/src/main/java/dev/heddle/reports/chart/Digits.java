package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Interval;
import java.util.Locale;

/** Numbers as text, with at least three significant digits and no exponent from 10⁻⁴ to 10¹⁵. */
public final class Digits {

  private static final int SIGNIFICANT = 3;
  private static final double TOO_WIDE = 1000;
  private static final int MOST_DECIMALS = 12;

  /** Below this nobody counts the zeros. */
  private static final double TOO_SMALL = 1e-4;

  private Digits() {}

  /** A number alone. */
  public static String of(double value) {
    return withDecimals(value, decimals(value));
  }

  /**
   * An interval, as precise as the value that it belongs to; in words where it says next to
   * nothing, as two forks often do.
   */
  public static String of(Interval interval, double value) {
    if (interval.high() > TOO_WIDE * value && value > 0) {
      return "over × 1,000 either way";
    }
    int decimals = decimals(value);
    return withDecimals(interval.low(), decimals) + " – " + withDecimals(interval.high(), decimals);
  }

  /** A ratio, with a tenth of a percent where it is about 1. */
  public static String ofRatio(double ratio) {
    return withDecimals(ratio, ratioDecimals(ratio));
  }

  /** An interval of a ratio, as precise as that. */
  public static String ofRatio(Interval interval, double ratio) {
    int decimals = ratioDecimals(ratio);
    return interval.high() > TOO_WIDE * ratio
        ? of(interval, ratio)
        : withDecimals(interval.low(), decimals) + " – " + withDecimals(interval.high(), decimals);
  }

  private static int ratioDecimals(double ratio) {
    return ratio < 10 ? Math.max(SIGNIFICANT, decimals(ratio)) : decimals(ratio);
  }

  private static String withDecimals(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    boolean readable = size < 1e15 && (size == 0 || size >= TOO_SMALL);
    String pattern = readable ? "%,." + decimals + "f" : "%.2e";
    return String.format(Locale.ROOT, pattern, value).replace('-', '−');
  }

  private static int decimals(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return 0;
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
    return Math.clamp(SIGNIFICANT - 1 - magnitude, 0, MOST_DECIMALS);
  }
}
