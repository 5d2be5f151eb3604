package dev.heddle.reports.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.gate.Decision;
import dev.heddle.reports.gate.Gate;
import dev.heddle.reports.gate.GateRules;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {

  private static final Path PUBLISHED = Path.of("ERROR-RATES.md");
  private static final double CLAIMED = 0.01;
  private static final int GATED_BLOCKS = 6;

  private final Study study;

  ErrorRatesTest() throws IOException {
    study = Study.read();
  }

  /** To publish anew: copy target/ERROR-RATES.md over the published one. */
  @Test
  void thePublishedFiguresFollowFromTheKeptForks() throws IOException {
    String computed = StudyText.of(study);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/ERROR-RATES.md"), computed);

    assertThat(Files.readString(PUBLISHED)).isEqualTo(computed);
  }

  @Test
  void identicalCodeIsCalledDifferentNoMoreOftenThanClaimed() {
    List<Method> methods = List.of(Method.BLOCKS, Method.LOOKS, Method.INDEPENDENT);
    ErrorRates rates = ErrorRates.dealt(study, cell -> true, methods, KeptFork::score, 1);

    assertThat(rates.draws()).hasSizeGreaterThanOrEqualTo(600);
    for (Method method : methods) {
      assertThat(rates.falseShare(method, cell -> true))
          .as(method.words())
          .isLessThanOrEqualTo(CLAIMED);
    }
  }

  /**
   * Labels that are dealt anew cancel what one jar has over the other; those as measured do not.
   */
  @Test
  void jarsOfTheSameCodeAreCalledDifferentAsSeldomByTheirOwnLabels() {
    List<Method> methods = List.of(Method.BLOCKS, Method.LOOKS, Method.INDEPENDENT);
    ErrorRates rates = ErrorRates.asMeasured(study, cell -> true, methods, KeptFork::score);

    assertThat(rates.draws()).hasSizeGreaterThanOrEqualTo(200).doesNotHaveDuplicates();
    for (Method method : methods) {
      assertThat(rates.falseShare(method, cell -> true))
          .as(method.words())
          .isLessThanOrEqualTo(CLAIMED);
    }
  }

  @Test
  void aForkThatIsNoNumberIsCountedAsInvalid() {
    ErrorRates rates =
        ErrorRates.dealt(
            study, cell -> cell.kind().equals("cpu"), List.of(Method.BLOCKS), KeptFork::p99, 1);

    assertThat(rates.count(Method.BLOCKS, Verdict.INVALID, cell -> true))
        .isEqualTo(rates.comparisons(cell -> true))
        .isPositive();
  }

  @Test
  void anIntervalThatResamplesRunsHoldsTheShareItself() {
    List<Method> methods = List.of(Method.THRESHOLD);
    ErrorRates rates = ErrorRates.dealt(study, cell -> true, methods, KeptFork::score, 1);

    double[] interval = rates.interval(Method.THRESHOLD, cell -> true, 1);

    assertThat(rates.falseShare(Method.THRESHOLD, cell -> true))
        .isStrictlyBetween(interval[0], interval[1]);
    assertThat(rates.groups(cell -> true)).isBetween(100L, (long) study.forks());
  }

  /** Each gate takes six neighbouring blocks of every cell, with labels at random. */
  @Test
  void fiftyGatesOverIdenticalCodeFindNoRegression() {
    Random random = new Random(50);
    for (int i = 0; i < 50; i++) {
      List<CellComparison> cells =
          study.cells().stream().map(cell -> identical(cell, random)).toList();
      RunComparison comparison =
          new RunComparison(
              "base",
              "candidate",
              cells,
              List.of(),
              List.of(),
              List.of(),
              Rules.STANDARD,
              List.of());

      Gate gate = Gate.of(comparison, new GateRules(0.05, false));

      assertThat(gate.decision()).as("gate %d", i).isNotEqualTo(Decision.REGRESSION);
    }
  }

  private CellComparison identical(Study.Cell cell, Random random) {
    Series all = study.identical(cell);
    Series drawn =
        all.window(random.nextInt(all.blocks() - GATED_BLOCKS + 1), GATED_BLOCKS)
            .relabelled(random);
    return CellComparison.of(
        cell.toString(),
        measured(cell, drawn.base()),
        measured(cell, drawn.candidate()),
        true,
        Rules.STANDARD);
  }

  private static Measured measured(Study.Cell cell, List<KeptFork> forks) {
    return new Measured(
        new CellKey(cell.kind(), Map.of("percent", Integer.toString(cell.percent())), "score"),
        new ScoreUnit(Quantity.TIME_PER_OPERATION, 1, "us/op"),
        forks.stream().map(KeptFork::score).toList(),
        Optional.empty(),
        List.of(),
        "",
        Optional.empty());
  }
}
