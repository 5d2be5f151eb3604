package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.Collection;
import java.util.List;

/**
 * The unit in which a quantity is shown, chosen so that the least value reads as one or more.
 *
 * @param label what stands behind a number and on an axis
 * @param inBase one of this unit in the quantity's base unit
 */
public record HumanUnit(String label, double inBase) {

  private static final List<HumanUnit> TIMES =
      List.of(
          new HumanUnit("s", 1),
          new HumanUnit("ms", 1e-3),
          new HumanUnit("µs", 1e-6),
          new HumanUnit("ns", 1e-9));

  private static final List<HumanUnit> RATES =
      List.of(
          new HumanUnit("M ops/s", 1e6), new HumanUnit("k ops/s", 1e3), new HumanUnit("ops/s", 1));

  /** The unit for values of one quantity, given in its base unit. */
  public static HumanUnit of(ScoreUnit unit, Collection<Double> values) {
    return switch (unit.quantity()) {
      case TIME_PER_OPERATION -> fitting(TIMES, values);
      case THROUGHPUT -> fitting(RATES, values);
      case OTHER_RATE, OTHER_COST -> new HumanUnit(unit.text(), 1);
    };
  }

  /** The base quantity's unit for time per operation or throughput. */
  public static HumanUnit of(Quantity quantity, Collection<Double> values) {
    return of(new ScoreUnit(quantity, 1, ""), values);
  }

  /** A value of the base unit in this one. */
  public double scale(double base) {
    return base / inBase;
  }

  private static HumanUnit fitting(List<HumanUnit> units, Collection<Double> values) {
    double least =
        values.stream()
            .filter(v -> Double.isFinite(v) && v > 0)
            .mapToDouble(Double::doubleValue)
            .min()
            .orElse(1);
    return units.stream()
        .filter(unit -> unit.scale(least) >= 1)
        .findFirst()
        .orElse(units.getLast());
  }
}
