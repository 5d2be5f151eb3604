package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Difference;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Standing;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison in words, never stronger than its verdicts. */
public final class Answer {

  private Answer() {}

  /**
   * A few sentences.
   *
   * @param bound what those contestants came near that are not ranked because of it
   */
  public static String of(Comparison comparison, CeilingBound bound) {
    String ranked = ranked(comparison) + LeadersCosts.of(comparison) + unsteady(comparison);
    List<ArmResult> unranked =
        comparison.arms().stream().filter(ArmResult::isCeilingBound).toList();
    if (unranked.isEmpty()) {
      return ranked;
    }
    return comparison.ranking().isEmpty()
        ? why(unranked, bound)
        : ranked + " " + why(unranked, bound);
  }

  private static String why(List<ArmResult> unranked, CeilingBound bound) {
    String names =
        unranked.stream()
            .map(
                result ->
                    "%s (%s %%)"
                        .formatted(name(result), Digits.of(100 * result.ceilingShare().orElse(0))))
            .collect(Collectors.joining(", "));
    return "Ceiling-bound, and not ranked: %s of the exchanges that %s does at most on this machine."
        .formatted(names, bound.ceiling().map(Calibration.Ceiling::name).orElse(""));
  }

  /** Who is not to be summed up by one number, with how far the forks lie apart. */
  private static String unsteady(Comparison comparison) {
    List<String> names =
        comparison.ranking().stream()
            .filter(result -> !result.score().isSteady())
            .map(
                result ->
                    "%s (forks × %s apart)"
                        .formatted(name(result), Digits.of(result.score().spread())))
            .toList();
    return names.isEmpty() ? "" : " Not one number: %s.".formatted(String.join(", ", names));
  }

  private static String ranked(Comparison comparison) {
    List<ArmResult> ranking = comparison.ranking();
    if (ranking.isEmpty()) {
      return "No score here can be ranked: none is a finite number above zero.";
    }
    if (comparison.arms().size() == 1) {
      return "One cell: nothing to compare it with.";
    }
    if (ranking.size() == 1) {
      return "Only %s has a score that can be ranked.".formatted(name(ranking.getFirst()));
    }
    return Standing.of(comparison).map(standing -> ranked(comparison, standing)).orElseThrow();
  }

  private static String ranked(Comparison comparison, Standing standing) {
    return switch (standing.difference()) {
      case NO_INTERVAL -> bestScore(comparison.ranking());
      case SAME, INCONCLUSIVE -> tie(comparison, standing);
      case DIFFERENT -> lead(comparison, standing.next().orElseThrow());
    };
  }

  private static String bestScore(List<ArmResult> ranking) {
    return "Best score: %s. With one fork a cell, nothing can be said about how sure that is."
        .formatted(name(ranking.getFirst()));
  }

  private static String lead(Comparison comparison, ArmResult next) {
    return "Leader: %s. Next: %s, at %s."
        .formatted(name(comparison.ranking().getFirst()), name(next), times(next, comparison));
  }

  private static String tie(Comparison comparison, Standing standing) {
    boolean same = standing.difference() == Difference.SAME;
    String outcome = same ? "The same within ± 3 %%: %s." : "No leader: %s cannot be told apart.";
    String first = outcome.formatted(names(standing.ahead()));
    return standing
        .next()
        .map(next -> "%s Next: %s, at %s.".formatted(first, name(next), times(next, comparison)))
        .orElse(first);
  }

  private static String times(ArmResult result, Comparison comparison) {
    Ratio ratio = result.toBest().orElseThrow();
    String best = name(comparison.ranking().getFirst());
    return "%s × the %s of %s%s"
        .formatted(Digits.of(ratio.value()), noun(comparison), best, interval(ratio));
  }

  private static String interval(Ratio ratio) {
    return ratio
        .interval()
        .map(interval -> " (99 %% interval %s)".formatted(Digits.of(interval, ratio.value())))
        .orElse("");
  }

  private static String noun(Comparison comparison) {
    return switch (quantity(comparison)) {
      case TIME_PER_OPERATION -> "time";
      case THROUGHPUT -> "throughput";
      case OTHER_RATE, OTHER_COST -> "score";
    };
  }

  private static Quantity quantity(Comparison comparison) {
    return comparison.scenario().unit().quantity();
  }

  private static String names(List<ArmResult> group) {
    String first =
        group.subList(0, group.size() - 1).stream()
            .map(Answer::name)
            .collect(Collectors.joining(", "));
    return first + " and " + name(group.getLast());
  }

  private static String name(ArmResult result) {
    return result.arm().name();
  }
}
