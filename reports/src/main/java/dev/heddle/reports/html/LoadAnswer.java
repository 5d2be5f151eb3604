package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadStanding;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** A load in words: which model has the lowest p99, where that can be said, and how sure it is. */
public final class LoadAnswer {

  /** What stands over a load. */
  public static final String TITLE = "Latency under load";

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
                            LoadFigures.name(point), Digits.of(100 * bound.share(point).orElse(0))))
            .collect(Collectors.joining(", "));
    String why =
        "Ceiling-bound at %s/s, and not ranked: %s of the exchanges that %s does at most on this machine."
            .formatted(
                LoadFigures.rate(rate),
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
              LoadFigures.rate(rate),
              LoadFigures.name(ranking.getFirst()),
              figures(ranking.getFirst()));
    }
    if (ranking.size() == 1) {
      return "%s it is %s: p99 of %s, with nothing to compare it with."
          .formatted(where(), LoadFigures.name(ranking.getFirst()), figures(ranking.getFirst()));
    }
    return "%s the lowest p99 is that of %s, %s. %s%s %s"
        .formatted(
            where(),
            LoadFigures.name(ranking.getFirst()),
            figures(ranking.getFirst()),
            others(),
            tooShort(),
            sureness());
  }

  private String where() {
    int models = scenario.models().size();
    if (ranking.size() + unranked.size() == models) {
      return "At %s/s, the highest offered rate at which %s models have a valid fork,"
          .formatted(LoadFigures.rate(rate), models == 2 ? "both" : "all " + models);
    }
    return "At no offered rate has every model a valid fork. At %s/s, where %d of %d have one,"
        .formatted(LoadFigures.rate(rate), ranking.size() + unranked.size(), models);
  }

  private String tooShort() {
    List<String> few =
        ranking.stream()
            .filter(point -> !point.response().reachesBeyond(LoadPoint.P99))
            .map(LoadFigures::name)
            .toList();
    return few.isEmpty()
        ? ""
        : " Behind the p99 of %s stand fewer than 100 requests: it is their maximum."
            .formatted(String.join(", ", few));
  }

  private String others() {
    double best = ranking.getFirst().response().percentile(LoadPoint.P99);
    return ranking.stream()
        .skip(1)
        .map(
            point ->
                "%s: × %s, %s"
                    .formatted(
                        LoadFigures.name(point),
                        Digits.of(point.response().percentile(LoadPoint.P99) / best),
                        figures(point)))
        .collect(
            Collectors.joining("; ", ranking.size() == 2 ? "The other: " : "The others: ", "."));
  }

  private static String figures(LoadPoint point) {
    List<Double> forks = point.ofForks(LoadPoint.P99);
    String merged = Digits.of(LoadFigures.p99(point)) + " ms";
    if (forks.size() == 1) {
      return merged + " (one fork)";
    }
    DoubleSummaryStatistics range = LoadStanding.forks(point);
    return "%s (%d forks: %s – %s)"
        .formatted(
            merged,
            forks.size(),
            Digits.of(LoadFigures.MILLIS.scale(range.getMin())),
            Digits.of(LoadFigures.MILLIS.scale(range.getMax())));
  }

  private String sureness() {
    return LoadStanding.of(ranking).map(LoadAnswer::sureness).orElseThrow();
  }

  private static String sureness(LoadStanding standing) {
    if (!standing.isVerdict()) {
      return "This is an observation, not a verdict: a verdict takes %d valid forks of each model, and here one has %d."
          .formatted(LoadStanding.ENOUGH_FORKS, standing.fewestForks());
    }
    List<LoadPoint> ahead = standing.ahead();
    return ahead.size() == 1
        ? "Each of its forks lies below each of the others'."
        : "Its forks overlap with those of %s: they cannot be told apart."
            .formatted(
                ahead.stream().skip(1).map(LoadFigures::name).collect(Collectors.joining(", ")));
  }
}
