package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Capabilities.Cell;
import dev.heddle.reports.read.Capabilities.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesFileTest {

  private static final String FILE =
      """
      { "formatVersion": 1, "later": { "more": 1 },
        "support": { "native": "by itself", "added": "with more" },
        "models": ["virtual-threads", "netty-event-loop"],
        "patterns": [
          { "pattern": "race", "meaning": "the first wins", "models": {
              "netty-event-loop": { "support": "added", "note": "A fan-in.", "idiomGaps": ["g"] },
              "virtual-threads": { "support": "native" } } } ] }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aRowHasACellForEachModelInTheOrderOfTheModels() throws IOException {
    Run run = read("results.json", FILE);

    assertThat(run.problems()).isEmpty();
    assertThat(run.capabilities())
        .contains(
            new Capabilities(
                Map.of("native", "by itself", "added", "with more"),
                List.of("virtual-threads", "netty-event-loop"),
                List.of(
                    new Row(
                        "race",
                        Optional.empty(),
                        "the first wins",
                        List.of(
                            new Cell("native", Optional.empty(), Optional.empty()),
                            new Cell(
                                "added", Optional.of("A fan-in."), Optional.of(List.of("g"))))))));
  }

  @Test
  void resultsOfAnotherNameHaveNone() throws IOException {
    Run run = read("jmh.json", FILE);

    assertThat(run.capabilities()).isEmpty();
    assertThat(run.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"formatVersion\": 1 | \"formatVersion\": 2 | has the format version '2'",
        "\"formatVersion\": 1 | \"format\": 1 | has the format version 'none'",
        "\"models\": [ | \"of\": [ | has something else at 'models'",
        "\"the first wins\" | { } | has something else at 'patterns.0.meaning'",
        "\"support\": \"added\" | \"support\": \"great\" | says 'great' of 'race' on"
            + " 'netty-event-loop'",
        "\"virtual-threads\": | \"fibers\": | says nothing of 'race' on 'virtual-threads'",
        "\"patterns\": | \"patterns\" | is not JSON",
        "\"race\", | null, | has something else at 'patterns.0'",
        "[\"g\"] | [null] | has something else at",
        "[\"virtual-threads\" | [null | has something else at",
      })
  void aBadFileIsNamedAndTheResultsAreKept(String good, String bad, String problem)
      throws IOException {
    Run run = read("results.json", FILE.replace(good, bad));

    assertThat(run.capabilities()).isEmpty();
    assertThat(run.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("capabilities.json") + ": " + problem)
        .contains("; expected the capabilities.json of a Heddle run, in format version 1")
        .hasLineCount(1);
    assertThat(run.cells()).hasSize(1);
  }

  private Run read(String results, String capabilities) throws IOException {
    Files.writeString(folder.resolve("capabilities.json"), capabilities);
    String cell =
        """
        [ { "benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {
            "score": 2, "scoreUnit": "us/op", "rawData": [[2]] } } ]
        """;
    return Run.read(Files.writeString(folder.resolve(results), cell));
  }
}
