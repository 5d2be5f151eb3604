package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import java.util.Arrays;
import java.util.stream.Collectors;

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

  /**
   * Returns if a model can have a transport.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkTransport(TransportChoice transport, Model model) {
    if (!transport.fits(model)) {
      throw new IllegalArgumentException(
          "Transport '%s' blocks its thread for each exchange, which '%s' must not do; allowed: %s"
              .formatted(
                  ConstantNames.of(transport),
                  ConstantNames.of(model),
                  Arrays.stream(TransportChoice.values())
                      .filter(choice -> choice.fits(model))
                      .map(ConstantNames::of)
                      .collect(Collectors.joining(", "))));
    }
  }

  /**
   * Returns if a model can have a pool of that size.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkPool(PoolSize pool, Model model, Tier tier) {
    if (!pool.fits(model, tier)) {
      throw new IllegalArgumentException(
          "'%s' has no pool of %d as '%s'; leave --pool out, or choose the contract of"
                  .formatted(ConstantNames.of(model), pool.threads(), ConstantNames.of(tier))
              + " platform-threads, completable-future or netty-event-loop");
    }
  }
}
