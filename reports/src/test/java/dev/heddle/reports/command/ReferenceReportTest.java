package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReferenceReportTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aRun() throws IOException {
    for (String name : List.of("results.json", "environment.json")) {
      Files.copy(RESOURCES.resolve("gather").resolve(name), folder.resolve(name));
    }
  }

  @Test
  void theSummaryDiffersOnlyInRowsOfTheReference() throws IOException {
    List<String> alone = summary();
    aReference();
    List<String> beside = summary();

    List<String> more = beside.stream().filter(line -> line.startsWith("| asyncio")).toList();
    assertThat(more).hasSize(4).allMatch(line -> line.contains("| – | – | reference, not ranked"));
    assertThat(more)
        .anyMatch(
            line -> line.startsWith("| asyncio · aiohttp 3.8.4 · uvloop · CPython 3.11.2 | "));
    assertThat(beside).filteredOn(line -> !line.startsWith("| asyncio")).isEqualTo(alone);
  }

  @Test
  void theNumbersHaveEachMetricOfTheReferenceOnce() throws IOException {
    aReference();
    report();

    List<String> lines = Files.readAllLines(folder.resolve("results.csv"));
    assertThat(lines)
        .filteredOn(line -> line.contains("model=asyncio"))
        .hasSize(4 * 5)
        .filteredOn(line -> line.contains(",score,s/op,"))
        .hasSize(4)
        .allMatch(line -> line.contains("\"reference, not ranked: asyncio · "));
  }

  @Test
  void aBadReferenceIsNamedAndTheReportIsWritten() throws IOException {
    Path reference = Files.writeString(folder.resolve("reference.json"), "{}");

    report();

    assertThat(err.toString())
        .startsWith("reports: left out " + reference + ": is JSON, but not an array of results");
  }

  private void aReference() throws IOException {
    Files.copy(RESOURCES.resolve("reference.json"), folder.resolve("reference.json"));
  }

  private List<String> summary() throws IOException {
    report();
    return Files.readAllLines(folder.resolve("summary.md"));
  }

  private void report() {
    CommandLine line = Reports.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    assertThat(line.execute("report", folder.toString())).isZero();
  }
}
