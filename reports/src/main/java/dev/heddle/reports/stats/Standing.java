package dev.heddle.reports.stats;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is ahead in a comparison. Whoever cannot be told from the best stands beside it, also behind
 * one that can: a leader leads all others, and by more than the machine's noise floor.
 *
 * @param ahead the best and all that are not known to differ from it, best first; never empty
 * @param next the best of those that differ; empty if none does
 */
public record Standing(List<ArmResult> ahead, Optional<ArmResult> next) {

  public Standing {
    ahead = List.copyOf(ahead);
  }

  /** Of a comparison; empty with fewer than two that can be ranked. */
  public static Optional<Standing> of(Comparison comparison) {
    List<ArmResult> ranking = comparison.ranking();
    if (ranking.size() < 2) {
      return Optional.empty();
    }
    List<ArmResult> others = ranking.subList(1, ranking.size());
    Predicate<ArmResult> differs = other -> differs(other, comparison.noiseFloor());
    Stream<ArmResult> alike = others.stream().filter(differs.negate());
    return Optional.of(
        new Standing(
            Stream.concat(Stream.of(ranking.getFirst()), alike).toList(),
            others.stream().filter(differs).findFirst()));
  }

  private static boolean differs(ArmResult result, double noiseFloor) {
    double ratio = result.toBest().map(Ratio::value).orElse(1.0);
    return difference(result) == Difference.DIFFERENT
        && Math.max(ratio, 1 / ratio) - 1 > noiseFloor;
  }

  /**
   * What may be said of those that are ahead: that the best differs from all others, that it is the
   * same as all beside it, or that it cannot be told from some. There is no order at all only where
   * nobody has an interval.
   */
  public Difference difference() {
    List<Difference> each = ahead.stream().skip(1).map(Standing::difference).toList();
    if (each.isEmpty()) {
      return Difference.DIFFERENT;
    }
    if (next.isEmpty() && each.stream().allMatch(Difference.NO_INTERVAL::equals)) {
      return Difference.NO_INTERVAL;
    }
    return each.stream().allMatch(Difference.SAME::equals)
        ? Difference.SAME
        : Difference.INCONCLUSIVE;
  }

  private static Difference difference(ArmResult result) {
    return result.toBest().map(Ratio::difference).orElse(Difference.NO_INTERVAL);
  }
}
