package dev.heddle.reports.study;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.stats.Looks;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import dev.heddle.reports.stats.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Ways to compare the same forks; each says whether the candidate is slower, faster, or neither.
 */
enum Method {
  BLOCKS("Heddle: blocks, one look") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      return blocks(series, number, Rules.STANDARD);
    }
  },
  LOOKS("Heddle: blocks, stopping early") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      return stopping(series, number, true).verdict();
    }
  },
  INDEPENDENT("Heddle: two separate runs (Welch on forks)") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      return compared(series, number, false, Rules.STANDARD);
    }
  },
  JMH_INTERVALS("disjoint JMH intervals (99.9 %)") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      double[] base = pooled(series.base());
      double[] candidate = pooled(series.candidate());
      double apart = Math.abs(mean(candidate) - mean(base));
      boolean disjoint = apart > half(base) + half(candidate);
      return of(disjoint, mean(candidate) - mean(base));
    }
  },
  POOLED_WELCH("Welch on pooled iterations (1 %)") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      double[] base = pooled(series.base());
      double[] candidate = pooled(series.candidate());
      double one = variance(base) / base.length;
      double other = variance(candidate) / candidate.length;
      double freedom =
          (one + other)
              * (one + other)
              / (one * one / (base.length - 1) + other * other / (candidate.length - 1));
      double t = Math.abs(mean(candidate) - mean(base)) / Math.sqrt(one + other);
      boolean significant = 2 * TDistribution.of(freedom).survivalProbability(t) <= 0.01;
      return of(significant, mean(candidate) - mean(base));
    }
  },
  THRESHOLD("means over 5 % apart") {
    @Override
    Verdict judge(Series series, ToDoubleFunction<KeptFork> number) {
      double ratio = mean(pooled(series.candidate())) / mean(pooled(series.base()));
      return of(Math.abs(ratio - 1) > 0.05, ratio - 1);
    }
  };

  private static final CellKey KEY = new CellKey("study", Map.of(), CellKey.SCORE);

  private final String words;

  Method(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * Judges.
   *
   * @param number of a fork, less of which is better; methods that pool iterations take those
   */
  abstract Verdict judge(Series series, ToDoubleFunction<KeptFork> number);

  /**
   * How a comparison ends that is looked at as it grows.
   *
   * @param verdict at its end
   * @param blocks that it took
   */
  record Ended(Verdict verdict, int blocks) {}

  /** Looks after 5, 8, 12, 20 and 30 blocks, each at its corrected level or all at the whole α. */
  static Ended stopping(Series series, ToDoubleFunction<KeptFork> number, boolean corrected) {
    Looks looks = Looks.STANDARD.upTo(series.blocks());
    Rules rules = corrected ? Rules.STANDARD.withLooks(Optional.of(looks)) : Rules.STANDARD;
    Verdict verdict = Verdict.INCONCLUSIVE;
    for (int look : looks.blocks()) {
      verdict = blocks(series.window(0, look), number, rules);
      if (verdict != Verdict.INCONCLUSIVE) {
        return new Ended(verdict, look);
      }
    }
    return new Ended(verdict, looks.last());
  }

  private static Verdict blocks(Series series, ToDoubleFunction<KeptFork> number, Rules rules) {
    return compared(series, number, true, rules);
  }

  /** As a comparison of two runs does, with its conditions for INVALID. */
  private static Verdict compared(
      Series series, ToDoubleFunction<KeptFork> number, boolean blocks, Rules rules) {
    return CellComparison.of(
            "",
            measured(series.base(), number),
            measured(series.candidate(), number),
            blocks,
            rules)
        .verdict();
  }

  private static Measured measured(List<KeptFork> forks, ToDoubleFunction<KeptFork> number) {
    return new Measured(
        KEY,
        new ScoreUnit(Quantity.TIME_PER_OPERATION, 1, "us/op"),
        forks.stream().map(number::applyAsDouble).toList(),
        Optional.empty(),
        List.of(),
        "",
        Optional.empty());
  }

  private static Verdict of(boolean different, double difference) {
    if (!different) {
      return Verdict.INCONCLUSIVE;
    }
    return difference > 0 ? Verdict.SLOWER : Verdict.FASTER;
  }

  private static double[] pooled(List<KeptFork> forks) {
    return forks.stream()
        .flatMap(fork -> fork.iterations().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double half(double[] values) {
    double t = TDistribution.of(values.length - 1).inverseSurvivalProbability(0.0005);
    return t * Math.sqrt(variance(values) / values.length);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
