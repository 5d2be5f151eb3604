package dev.heddle.reports.html;

import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.stats.Looks;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** By what a comparison judges, and what it does not show. */
final class CompareMethod {

  private CompareMethod() {}

  /** A sentence or two each. */
  static List<String> of(RunComparison comparison) {
    Rules rules = comparison.rules();
    List<String> said = new ArrayList<>();
    said.add(
        "A fork, a fresh JVM, gives one number. The ratio is that of the geometric means,"
            + " candidate through base, with its %s interval on the logarithms of the forks."
                .formatted(CompareWords.confidence(rules)));
    said.add(design(comparison));
    said.add(
        "α = %s: how often a cell without any difference may be called different. δ = %s: the smallest effect that matters; the band from 1 ÷ %s to %s is shaded in the chart."
            .formatted(
                CompareWords.percent(rules.alpha()),
                CompareWords.percent(rules.delta()),
                1 + rules.delta(),
                1 + rules.delta()));
    rules.looks().ifPresent(looks -> said.add(looks(looks, rules)));
    said.add(CompareWords.noise(comparison));
    said.add(CompareWords.expected(comparison));
    said.add(
        "JMH's error (99.9 %) takes the iterations of a fork for independent, so its bars are often"
            + " too narrow; whether two of them overlap is no test. They are shown for"
            + " comparison.");
    said.add(
        "What it does not show: why a cell differs; what would be measured on another machine; and"
            + " anything of a cell that is inconclusive. “Inconclusive” is not “the same”: more"
            + " forks may tell.");
    return said;
  }

  private static String design(RunComparison comparison) {
    boolean blocks =
        comparison.cells().stream()
            .flatMap(cell -> cell.effect().stream())
            .anyMatch(effect -> effect.design() == Ratio.Design.BLOCKS);
    return blocks
        ? "Forks of the same number ran in the same block: the interval is Student's t over the"
            + " blocks' log ratios, widened where neighbouring blocks are alike. From 8 blocks on"
            + " a sign-flip test must agree with it."
        : "The forks of both sides are taken for independent samples: the interval is Welch's. If"
            + " one side ran before the other, a drift of the machine looks like an effect.";
  }

  private static String looks(Looks looks, Rules rules) {
    return "The forks were looked at after %s blocks; each look has the level %s, so that all of them together err no more often than α."
        .formatted(
            looks.blocks().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            CompareWords.percent(rules.level()));
  }

  /** What a verdict means. */
  static String meaning(Verdict verdict, Rules rules) {
    return switch (verdict) {
      case SLOWER -> "worse: the interval excludes 1, and nothing speaks against it";
      case FASTER -> "better: the interval excludes 1, and nothing speaks against it";
      case SAME ->
          "the whole interval lies within ± " + CompareWords.percent(rules.delta()) + " (δ)";
      case INCONCLUSIVE -> "the forks allow neither to say";
      case INVALID -> "not to be compared, or a result is broken";
    };
  }
}
