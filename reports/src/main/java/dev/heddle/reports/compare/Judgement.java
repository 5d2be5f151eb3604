package dev.heddle.reports.compare;

import dev.heddle.reports.stats.Effect;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A verdict and why.
 *
 * @param verdict what may be said
 * @param reason why nothing more can be said, as a clause; empty where it needs no reason
 */
public record Judgement(Verdict verdict, String reason) {

  /** A sign-flip p-value above this contradicts an interval that excludes 1. */
  private static final double CONTRADICTS = 0.05;

  static Judgement invalid(String reason) {
    return new Judgement(Verdict.INVALID, reason);
  }

  static Judgement inconclusive(String reason) {
    return new Judgement(Verdict.INCONCLUSIVE, reason);
  }

  /**
   * SAME if the whole interval lies within ±δ; FASTER or SLOWER if it excludes 1, the effect
   * exceeds the noise floor, and the sign-flip test does not contradict; else INCONCLUSIVE.
   */
  public static Judgement of(Effect effect, boolean moreIsBetter, Rules rules) {
    Interval interval = effect.interval(rules.level());
    if (interval.within(rules.band())) {
      return new Judgement(Verdict.SAME, "");
    }
    if (interval.contains(1)) {
      return inconclusive("the interval includes 1");
    }
    double size = Math.expm1(Math.abs(effect.logRatio().mean()));
    OptionalDouble floor = rules.noiseFloor();
    if (floor.isPresent() && size <= floor.getAsDouble()) {
      return inconclusive(
          "the effect of %s does not exceed the noise floor of this machine, %s"
              .formatted(percent(size), percent(floor.getAsDouble())));
    }
    double flipped = effect.signFlip().orElse(0);
    if (flipped > Math.max(CONTRADICTS, rules.alpha())) {
      return inconclusive(
          String.format(Locale.ROOT, "the sign-flip test does not agree (p = %.3f)", flipped));
    }
    boolean more = effect.logRatio().mean() > 0;
    return new Judgement(more == moreIsBetter ? Verdict.FASTER : Verdict.SLOWER, "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
