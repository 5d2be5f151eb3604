package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.read.Mode;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The latency percentiles of a cell, where its file holds any that are latencies. */
final class Latencies {

  private static final double[] FRACTIONS = {0.5, 0.9, 0.99, 0.999, 1};

  private Latencies() {}

  /**
   * Percentiles of sampled operations, each fork's histogram on its own; JMH's own percentiles over
   * all forks where the file has no histograms. Empty in every other mode: there JMH's percentiles
   * are those of iteration means, and no latencies.
   */
  static List<LatencyPoint> of(Cell cell) {
    if (cell.mode() != Mode.SAMPLE_TIME) {
      return List.of();
    }
    return DoubleStream.of(FRACTIONS)
        .filter(fraction -> isSupported(cell.primary(), fraction))
        .mapToObj(fraction -> point(cell, fraction))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<LatencyPoint> point(Cell cell, double fraction) {
    Metric metric = cell.primary();
    double factor = ScoreUnit.of(metric.unit(), cell.mode()).factor();
    boolean sampled =
        !metric.forks().isEmpty() && metric.forks().stream().allMatch(Histogram.class::isInstance);
    if (sampled) {
      return Optional.of(
          new LatencyPoint(fraction, ForkNumbers.percentile(metric, fraction, factor)));
    }
    return Optional.ofNullable(metric.percentiles().get(percent(fraction)))
        .map(value -> new LatencyPoint(fraction, Estimate.ofScore(value * factor)));
  }

  /** A percentile needs a sample beyond it in every fork, or it would only repeat the maximum. */
  private static boolean isSupported(Metric metric, double fraction) {
    return fraction == 1
        || metric.forks().stream()
            .allMatch(fork -> !(fork instanceof Histogram h) || h.reachesBeyond(fraction));
  }

  /** Percent without the rounding error of a product: 0.999 is the file's 99.9. */
  private static double percent(double fraction) {
    return Math.round(fraction * 100_000) / 1000.0;
  }
}
