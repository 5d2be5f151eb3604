package dev.heddle.reports.stats;

import dev.heddle.reports.read.Mode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file's unit of score.
 *
 * @param quantity what is measured in it
 * @param factor multiplies a score into the quantity's base unit; 1 where there is none
 * @param text the base unit: {@code s/op}, {@code ops/s}, or the file's own text
 */
public record ScoreUnit(Quantity quantity, double factor, String text) {

  /** JMH's unit labels ({@code TimeValue.tuToString}) in seconds. */
  private static final Map<String, Double> SECONDS =
      Map.of(
          "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0);

  /** In throughput mode a rate grows with the score; bytes per operation and counts cost. */
  private static final Pattern PER_TIME = Pattern.compile(".*/(ns|us|ms|s|sec|min|hr|day)");

  /** The unit of a primary score, or of another metric measured in that mode. */
  public static ScoreUnit of(String unit, Mode mode) {
    if (unit.endsWith("/op")) {
      Optional<Double> seconds = seconds(unit.substring(0, unit.length() - 3));
      if (seconds.isPresent()) {
        return new ScoreUnit(Quantity.TIME_PER_OPERATION, seconds.get(), "s/op");
      }
    }
    if (unit.startsWith("ops/")) {
      Optional<Double> seconds = seconds(unit.substring(4));
      if (seconds.isPresent()) {
        return new ScoreUnit(Quantity.THROUGHPUT, 1 / seconds.get(), "ops/s");
      }
    }
    boolean rate = mode == Mode.THROUGHPUT && PER_TIME.matcher(unit).matches();
    return new ScoreUnit(rate ? Quantity.OTHER_RATE : Quantity.OTHER_COST, 1, unit);
  }

  private static Optional<Double> seconds(String label) {
    return Optional.ofNullable(SECONDS.get(label));
  }
}
