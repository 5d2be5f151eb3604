package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;

/** Parameters that JMH can combine and that mean nothing together. */
final class UnmeasuredCell {

  private UnmeasuredCell() {}

  /**
   * Returns if there is something to be measured.
   *
   * @throws IllegalArgumentException if a pattern has no such tier, or cannot be run over that work
   */
  static void check(MeasuredPattern pattern, Model model, Tier tier, Work work) {
    if (!pattern.isMeasuredAs(tier, model)) {
      throw new IllegalArgumentException(
          "'%s' has no idiom on '%s': nobody writes it so by hand; tier is 'idiom', allowed: contract"
              .formatted(ConstantNames.of(pattern), ConstantNames.of(model)));
    }
    if (!pattern.isMeasuredOver(work)) {
      throw new IllegalArgumentException(
          "'%s' is not measured over work '%s', which does not last until it is cancelled; allowed: %s"
              .formatted(
                  ConstantNames.of(pattern),
                  ConstantNames.of(work),
                  pattern.isMeasuredOver(Work.SLEEP) ? "sleep, fetch" : "fetch"));
    }
  }
}
