package dev.heddle.reports.compare;

import dev.heddle.reports.stats.Effect;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One metric of one cell, its candidate beside its base.
 *
 * @param label for readers
 * @param base one side
 * @param candidate the other
 * @param effect candidate through base; empty where it cannot be estimated
 * @param judgement the verdict and why
 * @param rules by which it was judged
 */
public record CellComparison(
    String label,
    Measured base,
    Measured candidate,
    Optional<Effect> effect,
    Judgement judgement,
    Rules rules) {

  /** With fewer forks no spread is no proof that there is none. */
  private static final int FEWEST = 3;

  /**
   * Compares.
   *
   * @param blocks whether forks of the same number ran in the same block
   */
  public static CellComparison of(
      String label, Measured base, Measured candidate, boolean blocks, Rules rules) {
    Optional<Effect> effect = effect(base, candidate, blocks);
    return new CellComparison(
        label, base, candidate, effect, judge(base, candidate, effect, rules), rules);
  }

  /** The key of the base; the candidate's differs where models of one run are compared. */
  public CellKey key() {
    return base.key();
  }

  public Verdict verdict() {
    return judgement.verdict();
  }

  /** Around the ratio, at the level of {@link Rules#level}. */
  public Optional<Interval> interval() {
    return effect.map(known -> known.interval(rules.level()));
  }

  /** By how much the candidate is worse: 0.05 is 5 %, negative where it is better. */
  public double worse() {
    return effect.map(known -> worse(known.ratio())).orElse(0.0);
  }

  /** The interval of {@link #worse}. */
  public Optional<Interval> worseInterval() {
    return interval().map(ratio -> ratio.map(this::worse));
  }

  private double worse(double ratio) {
    return base.moreIsBetter() ? 1 / ratio - 1 : ratio - 1;
  }

  /** The same, made INVALID. */
  CellComparison invalid(String reason) {
    return new CellComparison(label, base, candidate, effect, Judgement.invalid(reason), rules);
  }

  /** What a reader should know beside the verdict, a clause each. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!judgement.reason().isEmpty()) {
      notes.add(judgement.reason());
    }
    effect.ifPresent(known -> notes.addAll(notes(known)));
    if (!Estimate.ofForks(base.forks()).isSteady()) {
      notes.add("base: multimodal or unsteady");
    }
    if (!Estimate.ofForks(candidate.forks()).isSteady()) {
      notes.add("candidate: multimodal or unsteady");
    }
    return notes;
  }

  private static List<String> notes(Effect effect) {
    List<String> notes = new ArrayList<>();
    if (effect.dependence().isPresent()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "neighbouring blocks are alike (lag-1 autocorrelation %.2f): the interval is widened",
              effect.dependence().lagOne()));
    }
    return notes;
  }

  private static Optional<Effect> effect(Measured base, Measured candidate, boolean blocks) {
    if (problem(base).isPresent()
        || problem(candidate).isPresent()
        || base.forks().size() < 2
        || candidate.forks().size() < 2
        || base.unit().quantity() != candidate.unit().quantity()) {
      return Optional.empty();
    }
    return Optional.of(
        blocks && base.forks().size() == candidate.forks().size()
            ? Effect.ofBlocks(base.forks(), candidate.forks())
            : Effect.ofIndependent(base.forks(), candidate.forks()));
  }

  private static Judgement judge(
      Measured base, Measured candidate, Optional<Effect> effect, Rules rules) {
    Optional<String> problem =
        problem(base)
            .map(p -> "base: " + p)
            .or(() -> problem(candidate).map(p -> "candidate: " + p));
    if (problem.isPresent()) {
      return Judgement.invalid(problem.get());
    }
    if (base.unit().quantity() != candidate.unit().quantity()) {
      return Judgement.invalid(
          "the units differ: %s and %s".formatted(base.unit().text(), candidate.unit().text()));
    }
    if (!rules.allowEnvironment() && !base.setup().equals(candidate.setup())) {
      return Judgement.invalid(
          "measured otherwise: %s and %s".formatted(base.setup(), candidate.setup()));
    }
    if (base.forks().size() < FEWEST
        && candidate.forks().size() < FEWEST
        && isWithoutSpread(base, candidate)) {
      return Judgement.inconclusive("two equal forks say nothing of how far forks spread");
    }
    return effect
        .map(known -> Judgement.of(known, base.moreIsBetter(), rules))
        .orElseGet(() -> Judgement.inconclusive("one fork allows no interval"));
  }

  private static boolean isWithoutSpread(Measured base, Measured candidate) {
    return Stream.of(base, candidate)
        .allMatch(side -> side.forks().stream().distinct().count() <= 1);
  }

  private static Optional<String> problem(Measured side) {
    if (side.broken().isPresent()) {
      return side.broken();
    }
    if (side.forks().isEmpty()) {
      return Optional.of("no data per fork in the file");
    }
    return side.forks().stream().allMatch(fork -> Double.isFinite(fork) && fork > 0)
        ? Optional.empty()
        : Optional.of("not every fork is a number above zero");
  }
}
