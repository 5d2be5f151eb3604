package dev.heddle.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import dev.heddle.reports.stats.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** How often equal code fails. */
class GateSimulationTest {

  private static final int GATES = 2000;
  private static final int CELLS = 20;
  private static final int FORKS = 10;
  private static final double NOISE = 0.03;
  private static final ScoreUnit SECONDS = new ScoreUnit(Quantity.TIME_PER_OPERATION, 1, "s/op");

  /** So low that whatever is called slower is a regression. */
  private static final GateRules LOW = new GateRules(0.0001, false);

  /** More than this many of 2,000 come once in a thousand simulations, if each has α = 1 %. */
  private static final int BOUND =
      BinomialDistribution.of(GATES, Rules.STANDARD.alpha()).inverseSurvivalProbability(0.001);

  @Test
  void equalCodeFailsNoMoreOftenThanAlphaSays() {
    Random random = new Random(20_261_127);
    List<Gate> gates =
        IntStream.range(0, GATES).mapToObj(i -> Gate.of(equal(random), LOW)).toList();

    assertThat(BOUND).isBetween(30, 40);
    assertThat(gates.stream().filter(gate -> gate.decision() == Decision.REGRESSION).count())
        .isLessThanOrEqualTo(BOUND);
    assertThat(gates.stream().filter(gate -> differs(gate) > 0).count())
        .as("gates that call any cell different")
        .isLessThanOrEqualTo(BOUND);
    assertThat(
            gates.stream()
                .filter(
                    gate ->
                        gate.comparison().cells().stream().anyMatch(GateSimulationTest::isSlower)))
        .as("each cell by itself would fail far more of them")
        .hasSizeGreaterThan(3 * BOUND);
  }

  private static boolean isSlower(CellComparison cell) {
    return cell.verdict() == Verdict.SLOWER;
  }

  private static long differs(Gate gate) {
    return gate.count(Verdict.SLOWER) + gate.count(Verdict.FASTER);
  }

  private static RunComparison equal(Random random) {
    List<CellComparison> cells =
        IntStream.range(0, CELLS)
            .mapToObj(
                i ->
                    CellComparison.of(
                        "cell " + i, side(i, random), side(i, random), false, Rules.STANDARD))
            .toList();
    return new RunComparison(
        "base", "candidate", cells, List.of(), List.of(), List.of(), Rules.STANDARD, List.of());
  }

  private static Measured side(int cell, Random random) {
    return new Measured(
        new CellKey("a.B.c" + cell, Map.of(), CellKey.SCORE),
        SECONDS,
        IntStream.range(0, FORKS)
            .mapToDouble(fork -> Math.exp(NOISE * random.nextGaussian()))
            .boxed()
            .toList(),
        Optional.empty(),
        List.of(),
        "",
        Optional.empty());
  }
}
