package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aLeadComesWithItsRatioAndInterval() throws IOException {
    assertThat(answer("[1],[1]", "[2],[2]", "[9],[9]"))
        .isEqualTo("Leader: c0. Next: c1, at 2.00 × the time of c0 (99 % interval 2.00 – 2.00).");
  }

  @Test
  void contestantsWithinTheSmallestEffectAreTheSame() throws IOException {
    assertThat(answer("[100],[100]", "[101],[101]", "[200],[200]"))
        .isEqualTo(
            "The same within ± 3 %: c0 and c1."
                + " Next: c2, at 2.00 × the time of c0 (99 % interval 2.00 – 2.00).");
  }

  @Test
  void contestantsWhoseIntervalIncludesOneCannotBeToldApart() throws IOException {
    assertThat(answer("[1],[1.5]", "[1.1],[1.4]", "[1.2],[1.6]"))
        .isEqualTo("No leader: c0, c1 and c2 cannot be told apart.");
  }

  @Test
  void whoseForksLieFarApartIsNotSummedUpByOneNumber() throws IOException {
    assertThat(answer("[1],[1],[1]", "[8],[9],[16]"))
        .startsWith("Leader: c0. Next: c1, at 10.5 × the time of c0")
        .endsWith(" Not one number: c1 (forks × 2.00 apart).");
  }

  @Test
  void oneForkProvesNothing() throws IOException {
    assertThat(answer("[1]", "[100]"))
        .isEqualTo(
            "Best score: c0. With one fork a cell, nothing can be said about how sure that is.");
  }

  @Test
  void whatCannotBeRankedIsNoContestant() throws IOException {
    assertThat(answer("[0],[0]", "[-1],[1]"))
        .isEqualTo("No score here can be ranked: none is a finite number above zero.");
    assertThat(answer("[0],[0]", "[1],[1]")).isEqualTo("Only c1 has a score that can be ranked.");
  }

  @Test
  void oneCellHasNothingBesideIt() throws IOException {
    assertThat(answer("[1],[2]")).isEqualTo("One cell: nothing to compare it with.");
  }

  /** 10 exchanges in 100 us are 100,000 a second. */
  @Test
  void whatIsNearTheCeilingIsNamedAndLeftOut() throws IOException {
    String cells =
        """
        [ { "benchmark": "a.B.near", "mode": "avgt", "params": { "work": "FETCH", "fanOut": "10" },
            "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[100],[100]] } },
          { "benchmark": "a.B.far", "mode": "avgt", "params": { "work": "FETCH", "fanOut": "10" },
            "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[900],[900]] } } ]
        """;
    Run run = Run.read(Files.writeString(folder.resolve("jmh.json"), cells));
    var bound = new CeilingBound(Optional.of(new Calibration.Ceiling("driver to stub", 125_000)));

    assertThat(Answer.of(Comparison.of(Scenarios.of(run.cells()).getFirst(), false, bound), bound))
        .isEqualTo(
            "Only far has a score that can be ranked. Ceiling-bound, and not ranked: near (80.0 %)"
                + " of the exchanges that driver to stub does at most on this machine.");
  }

  @Test
  void aLeadThatTheMachineMayHaveMadeIsNone() throws IOException {
    Files.writeString(
        folder.resolve("calibration.json"),
        """
        { "format_version": 1, "made": "m", "heddle": "h", "machine": {}, "ceilings": [],
          "noise": [ { "work": "loop", "scores_us": [ 1, 1 ], "floor": 0.2 } ] }
        """);
    String cells =
        String.join(
            ",",
            CELL.formatted(0, "[10],[10]"),
            CELL.formatted(1, "[11.9],[11.9]"),
            CELL.formatted(2, "[20],[20]"));
    Run run = Run.read(Files.writeString(folder.resolve("results.json"), "[" + cells + "]"));

    assertThat(Answer.of(Comparison.of(run).getFirst(), CeilingBound.UNKNOWN))
        .startsWith(
            "No leader: c0 and c1 cannot be told apart. Next: c2, at 2.00 × the time of c0");
  }

  private String answer(String... rawData) throws IOException {
    String cells =
        IntStream.range(0, rawData.length)
            .mapToObj(i -> CELL.formatted(i, Arrays.asList(rawData).get(i)))
            .collect(Collectors.joining(",", "[", "]"));
    Run run = Run.read(Files.writeString(folder.resolve("jmh.json"), cells));
    return Answer.of(
        Comparison.of(Scenarios.of(run.cells()).getFirst(), false), CeilingBound.UNKNOWN);
  }

  private static final String CELL =
      """
      { "benchmark": "a.B.c%d", "mode": "avgt",
        "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [%s] } }
      """;
}
