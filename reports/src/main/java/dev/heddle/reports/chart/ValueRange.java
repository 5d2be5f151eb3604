package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Interval;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a value axis spans: from zero, or on a log scale where linear would hide the small ones.
 *
 * @param low lower end in the shown unit
 * @param high upper end in the shown unit
 * @param logarithmic whether the axis is a log scale
 */
record ValueRange(double low, double high, boolean logarithmic) {

  /** From this ratio of greatest to least on, the least would be a sliver of a linear axis. */
  private static final double LINEAR_REACH = 20;

  /** An interval may stretch the axis to this multiple of the greatest fork, no further. */
  private static final double STRETCH = 1.6;

  static ValueRange of(List<Estimate> estimates, HumanUnit unit, boolean mayBeLogarithmic) {
    double[] drawn =
        estimates.stream().flatMapToDouble(ValueRange::drawn).map(unit::scale).toArray();
    double least = DoubleStream.of(drawn).min().orElse(0);
    double most = DoubleStream.of(drawn).max().orElse(1);
    double widest =
        estimates.stream()
            .flatMap(estimate -> estimate.interval().stream())
            .mapToDouble(interval -> unit.scale(interval.high()))
            .filter(high -> high <= most * STRETCH)
            .max()
            .orElse(most);
    if (mayBeLogarithmic && least > 0 && most / least > LINEAR_REACH) {
      double decade = Math.pow(10, Math.floor(Math.log10(least)));
      return new ValueRange(decade, Math.max(most, widest) * 1.3, true);
    }
    double margin = (Math.max(most, widest) - Math.min(0, least)) * 0.06;
    double high = Math.max(0, Math.max(most, widest) + margin);
    double low = least < 0 ? least - margin : 0;
    return new ValueRange(low, high > low ? high : low + 1, false);
  }

  double clamp(double value) {
    return Math.clamp(value, low, high);
  }

  boolean holds(Interval interval) {
    return low <= interval.low() && interval.high() <= high;
  }

  private static DoubleStream drawn(Estimate estimate) {
    return DoubleStream.concat(
            DoubleStream.of(estimate.value()),
            estimate.forks().stream().mapToDouble(Double::doubleValue))
        .filter(Double::isFinite);
  }
}
