package dev.heddle.reports.stats;

import dev.heddle.reports.read.Metric;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario with its contestants set against the best of them.
 *
 * @param scenario what was measured
 * @param arms one result per contestant, in the scenario's order
 * @param ranking the rankable contestants, best first
 */
public record Comparison(Scenario scenario, List<ArmResult> arms, List<ArmResult> ranking) {

  public Comparison {
    arms = List.copyOf(arms);
    ranking = List.copyOf(ranking);
  }

  /**
   * Compares the contestants of a scenario.
   *
   * @param rounds whether forks of the same number ran in the same round
   */
  public static Comparison of(Scenario scenario, boolean rounds) {
    Comparator<Estimate> byValue = Comparator.comparingDouble(Estimate::value);
    Comparator<Estimate> bestFirst =
        scenario.unit().quantity().moreIsBetter() ? byValue.reversed() : byValue;
    Optional<Arm> best =
        scenario.arms().stream()
            .filter(arm -> ForkNumbers.score(arm.cell()).isRankable())
            .min(Comparator.comparing(arm -> ForkNumbers.score(arm.cell()), bestFirst));
    List<ArmResult> results =
        scenario.arms().stream().map(arm -> result(arm, best, rounds)).toList();
    List<ArmResult> ranking =
        results.stream()
            .filter(result -> result.score().isRankable())
            .sorted(Comparator.comparing(ArmResult::score, bestFirst))
            .toList();
    return new Comparison(scenario, results, ranking);
  }

  private static ArmResult result(Arm arm, Optional<Arm> best, boolean rounds) {
    Estimate score = ForkNumbers.score(arm.cell());
    Optional<Ratio> toBest =
        best.filter(b -> score.isRankable() && !b.name().equals(arm.name()))
            .map(b -> Ratio.of(score, ForkNumbers.score(b.cell()), rounds));
    return new ArmResult(
        arm,
        score,
        toBest,
        Latencies.of(arm.cell()),
        secondary(arm.cell().secondary()),
        WarmUp.goesOn(arm.cell().primary()));
  }

  private static Map<String, Estimate> secondary(Map<String, Metric> metrics) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    metrics.forEach((name, metric) -> estimates.put(name, ForkNumbers.mean(metric, 1)));
    return estimates;
  }
}
