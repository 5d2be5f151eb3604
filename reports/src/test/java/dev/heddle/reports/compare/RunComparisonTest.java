package dev.heddle.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {

  @TempDir private Path folder;

  @Test
  void twoEqualForksOnBothSidesTellNothing() throws IOException {
    CellComparison cell =
        compared(List.of(cell("a.B.c", "[1], [1]")), List.of(cell("a.B.c", "[2], [2]"))).getFirst();

    assertThat(cell.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(cell.notes()).contains("two equal forks say nothing of how far forks spread");
  }

  @Test
  void equalForksThatAreMoreThanTwoTellThatNothingSpreads() throws IOException {
    CellComparison cell =
        compared(List.of(cell("a.B.c", "[1], [1], [1]")), List.of(cell("a.B.c", "[2], [2], [2]")))
            .getFirst();

    assertThat(cell.verdict()).isEqualTo(Verdict.SLOWER);
  }

  @Test
  void aCellThatIsTwiceInAFileIsInvalidAndTheOthersAreNot() throws IOException {
    String twice = cell("a.B.twice", "[1], [1.1], [0.9]");
    String once = cell("a.B.once", "[1], [1.1], [0.9]");

    List<CellComparison> cells = compared(List.of(twice, once), List.of(twice, once, twice));

    assertThat(cells).extracting(CellComparison::label).containsExactly("B.twice", "B.once");
    assertThat(cells.getFirst().verdict()).isEqualTo(Verdict.INVALID);
    assertThat(cells.getFirst().notes()).contains("candidate: it is more than once in the file");
    assertThat(cells.getLast().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void jvmArgumentsAreComparedCellByCell() throws IOException {
    String heap = cell("a.B.heap", "[1], [1.1], [0.9]");
    String plain = cell("a.B.plain", "[1], [1.1], [0.9]");
    String alone = with("-Xint", cell("a.B.alone", "[1], [1.1], [0.9]"));

    List<CellComparison> cells =
        compared(
            List.of(with("-Xmx1g", heap), with("-Dport=1", plain), alone),
            List.of(with("-Xmx2g", heap), with("-Dport=2", plain)));

    assertThat(cells)
        .extracting(CellComparison::verdict)
        .containsExactly(Verdict.INVALID, Verdict.INCONCLUSIVE);
    assertThat(cells.getFirst().notes())
        .contains("the JVM arguments differ: '-Xmx1g' and '-Xmx2g'");
  }

  @Test
  void benchmarksOfOneRunMayHaveArgumentsOfTheirOwn() throws IOException {
    List<String> cells =
        List.of(
            with("-Xmx1g", cell("a.B.one", "[1], [1.1], [0.9]")),
            with("-Xmx2g", cell("a.B.other", "[1], [1.1], [0.9]")));

    assertThat(compared(cells, cells.reversed()))
        .extracting(CellComparison::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  private static String with(String argument, String cell) {
    return cell.replace("\"mode\"", "\"jvmArgs\": [\"" + argument + "\"], \"mode\"");
  }

  private List<CellComparison> compared(List<String> base, List<String> candidate)
      throws IOException {
    return RunComparison.of(
            run("base.json", base), run("candidate.json", candidate), List.of(), Rules.STANDARD)
        .cells();
  }

  private Run run(String name, List<String> cells) throws IOException {
    return Run.read(Files.writeString(folder.resolve(name), cells.toString()));
  }

  private static String cell(String benchmark, String forks) {
    return """
    { "benchmark": "%s", "mode": "avgt", "jdkVersion": "25.0.1",
      "primaryMetric": { "score": 1, "scoreError": 1, "scoreUnit": "us/op", "rawData": [%s] } }
    """
        .formatted(benchmark, forks);
  }
}
