package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadScenario;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** A load in words: which model has the lowest p99, where that can be said, and how sure it is. */
public final class LoadAnswer {

  /** What stands over a load. */
  public static final String TITLE = "Latency under load";

  /**
   * The forks a model needs for a verdict: if each of 5 lies below each of 5 others, chance has
   * done that in less than one of a hundred cases (2 of the 252 orders).
   */
  static final int ENOUGH_FORKS = 5;

  private static final double P99 = 0.99;

  private final LoadScenario scenario;
  private final CeilingBound bound;
  private final double rate;
  private final List<LoadPoint> ranking;
  private final List<LoadPoint> unranked;

  private LoadAnswer(LoadScenario scenario, CeilingBound bound) {
    this.scenario = scenario;
    this.bound = bound;
    this.rate = scenario.focus();
    this.ranking = scenario.ranking(rate).stream().filter(p -> !bound.holds(p)).toList();
    this.unranked = scenario.ranking(rate).stream().filter(bound::holds).toList();
  }

  /** A few sentences. */
  public static String of(LoadScenario scenario, CeilingBound bound) {
    LoadAnswer answer = new LoadAnswer(scenario, bound);
    return answer.unranked.isEmpty() ? answer.text() : answer.bounded();
  }

  /** Those that are bound are named, and the others are what the answer is about. */
  private String bounded() {
    String names =
        unranked.stream()
            .map(
                point ->
                    "%s (%s %%)"
                        .formatted(
                            LoadCharts.name(point), Digits.of(100 * bound.share(point).orElse(0))))
            .collect(Collectors.joining(", "));
    String why =
        "Ceiling-bound at %s/s, and not ranked: %s of the exchanges that %s does at most on this machine."
            .formatted(
                LoadCharts.rate(rate),
                names,
                bound.ceiling().map(Calibration.Ceiling::name).orElse(""));
    return ranking.isEmpty() ? why : text() + " " + why;
  }

  private String text() {
    if (ranking.isEmpty()) {
      return "No fork is valid: nothing here may be quoted. The table says why.";
    }
    if (scenario.models().size() == 1) {
      return "At %s/s, the highest offered rate with a valid fork: p99 of %s, %s. One model: nothing to compare it with."
          .formatted(
              LoadCharts.rate(rate),
              LoadCharts.name(ranking.getFirst()),
              figures(ranking.getFirst()));
    }
    if (ranking.size() == 1) {
      return "%s it is %s: p99 of %s, with nothing to compare it with."
          .formatted(where(), LoadCharts.name(ranking.getFirst()), figures(ranking.getFirst()));
    }
    return "%s the lowest p99 is that of %s, %s. %s%s %s"
        .formatted(
            where(),
            LoadCharts.name(ranking.getFirst()),
            figures(ranking.getFirst()),
            others(),
            tooShort(),
            sureness());
  }

  private String where() {
    int models = scenario.models().size();
    if (ranking.size() + unranked.size() == models) {
      return "At %s/s, the highest offered rate at which %s models have a valid fork,"
          .formatted(LoadCharts.rate(rate), models == 2 ? "both" : "all " + models);
    }
    return "At no offered rate has every model a valid fork. At %s/s, where %d of %d have one,"
        .formatted(LoadCharts.rate(rate), ranking.size() + unranked.size(), models);
  }

  private String tooShort() {
    List<String> few =
        ranking.stream()
            .filter(point -> !point.response().reachesBeyond(P99))
            .map(LoadCharts::name)
            .toList();
    return few.isEmpty()
        ? ""
        : " Behind the p99 of %s stand fewer than 100 requests: it is their maximum."
            .formatted(String.join(", ", few));
  }

  private String others() {
    double best = ranking.getFirst().response().percentile(P99);
    return ranking.stream()
        .skip(1)
        .map(
            point ->
                "%s: × %s, %s"
                    .formatted(
                        LoadCharts.name(point),
                        Digits.of(point.response().percentile(P99) / best),
                        figures(point)))
        .collect(
            Collectors.joining("; ", ranking.size() == 2 ? "The other: " : "The others: ", "."));
  }

  private static String figures(LoadPoint point) {
    List<Double> forks = point.ofForks(P99);
    String merged = Digits.of(LoadCharts.p99(point)) + " ms";
    if (forks.size() == 1) {
      return merged + " (one fork)";
    }
    DoubleSummaryStatistics range = range(point);
    return "%s (%d forks: %s – %s)"
        .formatted(
            merged,
            forks.size(),
            Digits.of(LoadCharts.MILLIS.scale(range.getMin())),
            Digits.of(LoadCharts.MILLIS.scale(range.getMax())));
  }

  private static DoubleSummaryStatistics range(LoadPoint point) {
    return point.ofForks(P99).stream().mapToDouble(Double::doubleValue).summaryStatistics();
  }

  private String sureness() {
    int fewest = ranking.stream().mapToInt(p -> p.validForks().size()).min().orElse(0);
    if (fewest < ENOUGH_FORKS) {
      return "This is an observation, not a verdict: a verdict takes %d valid forks of each model, and here one has %d."
          .formatted(ENOUGH_FORKS, fewest);
    }
    double worst = range(ranking.getFirst()).getMax();
    List<String> overlapping =
        ranking.stream()
            .skip(1)
            .filter(point -> range(point).getMin() <= worst)
            .map(LoadCharts::name)
            .toList();
    return overlapping.isEmpty()
        ? "Each of its forks lies below each of the others'."
        : "Its forks overlap with those of %s: they cannot be told apart."
            .formatted(String.join(", ", overlapping));
  }
}
