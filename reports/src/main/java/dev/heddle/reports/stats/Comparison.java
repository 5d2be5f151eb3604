package dev.heddle.reports.stats;

import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Run;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A scenario with its contestants set against the best of them.
 *
 * @param scenario what was measured
 * @param arms one result per contestant, in the scenario's order
 * @param ranking the rankable contestants, best first
 * @param references what other runtimes took for the same: no contestants, in no ranking
 * @param noiseFloor by which share the same code seems to differ on the machine; 0 where that was
 *     not read
 */
public record Comparison(
    Scenario scenario,
    List<ArmResult> arms,
    List<ArmResult> ranking,
    List<Reference> references,
    double noiseFloor) {

  public Comparison {
    arms = List.copyOf(arms);
    ranking = List.copyOf(ranking);
    references = List.copyOf(references);
  }

  /** Every scenario of a run, its contestants compared. */
  public static List<Comparison> of(Run run) {
    CeilingBound bound = CeilingBound.of(run.calibration());
    return Scenarios.of(run.comparable()).stream()
        .map(scenario -> of(scenario, run.hasRounds(), bound).beside(run))
        .toList();
  }

  /** As the other one, where no ceiling of the machine is known. */
  public static Comparison of(Scenario scenario, boolean rounds) {
    return of(scenario, rounds, CeilingBound.UNKNOWN);
  }

  /**
   * Compares the contestants of a scenario.
   *
   * @param rounds whether forks of the same number ran in the same round
   * @param bound tells which come near the machine's ceiling; they are not ranked
   */
  public static Comparison of(Scenario scenario, boolean rounds, CeilingBound bound) {
    Comparator<Estimate> byValue = Comparator.comparingDouble(Estimate::value);
    Comparator<ArmResult> bestFirst =
        Comparator.comparing(
            ArmResult::score,
            scenario.unit().quantity().moreIsBetter() ? byValue.reversed() : byValue);
    List<ArmResult> alone =
        scenario.arms().stream().map(arm -> alone(arm, scenario.unit(), bound)).toList();
    Optional<ArmResult> best = alone.stream().filter(ArmResult::isRankable).min(bestFirst);
    List<ArmResult> results =
        alone.stream()
            .map(result -> best.map(b -> beside(result, b, rounds)).orElse(result))
            .toList();
    List<ArmResult> ranking =
        results.stream().filter(ArmResult::isRankable).sorted(bestFirst).toList();
    return new Comparison(scenario, results, ranking, List.of(), 0);
  }

  /** Whether a contestant is the first of the ranking. */
  public boolean isBest(ArmResult result) {
    return !ranking.isEmpty() && ranking.getFirst().equals(result);
  }

  /** With what else the run knows. */
  private Comparison beside(Run run) {
    double floor =
        run.calibration()
            .flatMap(Calibration::greatestNoise)
            .map(Calibration.NoiseFloor::share)
            .orElse(0.0);
    return new Comparison(
        scenario, arms, ranking, Reference.beside(scenario, run.reference()), floor);
  }

  private static ArmResult alone(Arm arm, ScoreUnit unit, CeilingBound bound) {
    Estimate score = ForkNumbers.score(arm.cell());
    return new ArmResult(
        arm,
        score,
        Optional.empty(),
        Latencies.of(arm.cell()),
        ForkNumbers.secondary(arm.cell()),
        WarmUp.goesOn(arm.cell().primary()),
        bound.share(ExchangeRate.of(arm.cell(), score, unit)));
  }

  private static ArmResult beside(ArmResult result, ArmResult best, boolean rounds) {
    return result.isRankable() && !result.arm().name().equals(best.arm().name())
        ? result.withRatio(Ratio.of(result.score(), best.score(), rounds))
        : result;
  }
}
