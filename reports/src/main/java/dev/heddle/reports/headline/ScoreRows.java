package dev.heddle.reports.headline;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Scenario;
import dev.heddle.reports.stats.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scenarios whose contestants have scores.
 *
 * @param comparisons in the order of the rows, each of two contestants or more
 * @param labels what tells them apart
 */
record ScoreRows(List<Comparison> comparisons, Labels labels) {

  /** From here on two digits behind the point tell a ratio from 1. */
  private static final double NEAR_ONE = 0.1;

  static ScoreRows of(List<Comparison> all) {
    List<Comparison> comparisons = all.stream().filter(each -> each.arms().size() > 1).toList();
    return new ScoreRows(
        comparisons,
        Labels.of(comparisons.stream().map(each -> each.scenario().params()).toList()));
  }

  List<HeadlineRow> rows() {
    List<String> workloads = workloads();
    List<HeadlineRow> rows = new ArrayList<>();
    for (int i = 0; i < workloads.size(); i++) {
      rows.add(row(workloads.get(i), comparisons.get(i)));
    }
    return rows;
  }

  /** How many contestants are among the best of how many scenarios; empty where none are ranked. */
  String amongTheBest() {
    List<Standing> standings =
        comparisons.stream().flatMap(each -> Standing.of(each).stream()).toList();
    Map<String, Long> counts =
        standings.stream()
            .flatMap(standing -> names(standing.ahead()).stream())
            .collect(
                Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(count -> count.getKey() + " in " + count.getValue())
            .collect(
                Collectors.joining(
                    ", ",
                    "Among the best of %d, alone or tied: ".formatted(standings.size()),
                    "."));
  }

  /** Short names, but where two are the same. */
  private List<String> workloads() {
    List<String> brief =
        comparisons.stream().map(each -> workload(method(each.scenario()), each)).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < brief.size(); i++) {
      boolean alone = Collections.frequency(brief, brief.get(i)) == 1;
      names.add(
          alone
              ? brief.get(i)
              : workload(whole(comparisons.get(i).scenario()), comparisons.get(i)));
    }
    return names;
  }

  private String workload(String name, Comparison comparison) {
    return labels.of(name, comparison.scenario().params());
  }

  private static String method(Scenario scenario) {
    String title = scenario.title();
    return Labels.words(title.substring(title.lastIndexOf('.') + 1));
  }

  private static String whole(Scenario scenario) {
    return "%s (%s, %d threads)"
        .formatted(scenario.title(), scenario.mode().label(), scenario.threads());
  }

  private static HeadlineRow row(String workload, Comparison comparison) {
    List<String> leftOut = leftOut(comparison);
    return Standing.of(comparison)
        .map(
            standing ->
                new HeadlineRow(
                    workload,
                    ahead(standing),
                    figure(comparison, standing.ahead().getFirst()),
                    HeadlineRow.next(
                        standing.next().map(ScoreRows::next).orElse(HeadlineRow.NONE), leftOut)))
        .orElseGet(() -> HeadlineRow.unranked(workload, leftOut));
  }

  private static List<String> leftOut(Comparison comparison) {
    List<ArmResult> unranked =
        comparison.arms().stream()
            .filter(arm -> !names(comparison.ranking()).contains(arm.arm().name()))
            .toList();
    return Stream.of(
            HeadlineRow.leftOut(
                "ceiling-bound, not ranked",
                names(unranked.stream().filter(ArmResult::isCeilingBound).toList())),
            HeadlineRow.leftOut(
                "no score to rank",
                names(unranked.stream().filter(arm -> !arm.isCeilingBound()).toList())))
        .flatMap(clause -> clause)
        .toList();
  }

  private static List<String> names(List<ArmResult> results) {
    return results.stream().map(result -> result.arm().name()).toList();
  }

  private static String ahead(Standing standing) {
    List<String> names = names(standing.ahead());
    return switch (standing.difference()) {
      case DIFFERENT, INCONCLUSIVE -> HeadlineRow.ahead(names);
      case SAME -> "the same within ± 3 %: " + String.join(", ", names);
      case NO_INTERVAL -> "no interval, no order: " + String.join(", ", names);
    };
  }

  private static String figure(Comparison comparison, ArmResult best) {
    Estimate score = best.score();
    HumanUnit unit = HumanUnit.of(comparison.scenario().unit(), List.of(score.value()));
    double value = unit.scale(score.value());
    String interval =
        score
            .interval()
            .map(i -> " (%s)".formatted(Digits.of(i.map(unit::scale), value)))
            .orElse("");
    String apart =
        score.isSteady() ? "" : ", forks × %s apart".formatted(Digits.of(score.spread()));
    return Digits.of(value) + " " + unit.label() + interval + apart;
  }

  private static String next(ArmResult next) {
    return next.arm().name() + next.toBest().map(ScoreRows::ratio).orElse("");
  }

  /** With so many digits that an interval which excludes 1 is seen to. */
  private static String ratio(Ratio ratio) {
    boolean near = Math.abs(ratio.value() - 1) < NEAR_ONE;
    String value = near ? Digits.ofRatio(ratio.value()) : Digits.of(ratio.value());
    String interval =
        ratio
            .interval()
            .map(
                i ->
                    " (%s)"
                        .formatted(
                            near ? Digits.ofRatio(i, ratio.value()) : Digits.of(i, ratio.value())))
            .orElse("");
    return " × " + value + interval;
  }
}
