package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One number per fork, in base units: the only thing that intervals are computed from. */
final class ForkNumbers {

  private ForkNumbers() {}

  static Estimate score(Cell cell) {
    return mean(cell.primary(), ScoreUnit.of(cell.primary().unit(), cell.mode()).factor());
  }

  static Estimate mean(Metric metric, double factor) {
    if (metric.forks().isEmpty()) {
      return Estimate.ofScore(metric.score() * factor);
    }
    return Estimate.ofForks(metric.forks().stream().map(fork -> fork.mean() * factor).toList());
  }

  /** Further metrics by name, in the file's units. */
  static Map<String, Estimate> secondary(Cell cell) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    cell.secondary().forEach((name, metric) -> estimates.put(name, mean(metric, 1)));
    return estimates;
  }

  static Estimate percentile(Metric metric, double fraction, double factor) {
    List<Double> forks =
        metric.forks().stream().map(fork -> percentile(fork, fraction) * factor).toList();
    return Estimate.ofForks(forks);
  }

  private static double percentile(ForkData fork, double fraction) {
    return fork instanceof Histogram histogram ? histogram.percentile(fraction) : Double.NaN;
  }
}
