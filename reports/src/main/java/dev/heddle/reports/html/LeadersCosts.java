package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Ratio;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the best score is paid with, beside the next: CPU, allocation, memory, threads. */
final class LeadersCosts {

  /** What a metric of a profiler is called in a sentence; the last names are JMH's own. */
  private record Cost(String words, List<String> metrics) {}

  private static final List<Cost> COSTS =
      List.of(
          new Cost("CPU", List.of("cpu")),
          new Cost("allocation", List.of("gc.alloc.rate.norm", "·gc.alloc.rate.norm")),
          new Cost("peak memory", List.of("rss.peak")),
          new Cost("threads at most", List.of("threads.peak")));

  private LeadersCosts() {}

  /**
   * A sentence that begins with a space; empty where no such metric was measured of both, or one
   * fork does not say who is best.
   */
  static String of(Comparison comparison) {
    List<ArmResult> ranking = comparison.ranking();
    if (ranking.size() < 2) {
      return "";
    }
    ArmResult best = ranking.getFirst();
    ArmResult next = ranking.get(1);
    if (next.toBest().flatMap(Ratio::interval).isEmpty()) {
      return ""; // Who is best is not known.
    }
    String costs =
        COSTS.stream()
            .flatMap(cost -> ratio(cost, best, next).stream())
            .collect(Collectors.joining(", "));
    return costs.isEmpty()
        ? ""
        : " Price of %s beside %s: %s.".formatted(best.arm().name(), next.arm().name(), costs);
  }

  private static Optional<String> ratio(Cost cost, ArmResult best, ArmResult next) {
    return cost.metrics().stream()
        .filter(name -> isAboveZero(best, name) && isAboveZero(next, name))
        .map(name -> value(best, name) / value(next, name))
        .map(ratio -> "× %s %s".formatted(Digits.of(ratio), cost.words()))
        .findFirst();
  }

  private static boolean isAboveZero(ArmResult result, String name) {
    return Optional.ofNullable(result.secondary().get(name))
        .filter(Estimate::isRankable)
        .isPresent();
  }

  private static double value(ArmResult result, String name) {
    Map<String, Estimate> metrics = result.secondary();
    return Optional.ofNullable(metrics.get(name)).map(Estimate::value).orElse(Double.NaN);
  }
}
