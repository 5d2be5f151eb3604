package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands in a process of their own, with real forks and a stub. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunTest {

  @TempDir Path temp;

  @Test
  void aRunHasItsFiguresAndIsRecordedAfterwardsWithoutChangingThem() throws Exception {
    Path folder = temp.resolve("results");
    heddle(
        "run",
        "--quick",
        "--pattern=group-failure,gather",
        "--work=fetch,sleep",
        "--model=virtual-threads",
        "--fan-out=5",
        "--beside=cpu",
        "--rounds=1",
        "--timing=1x50+1x200",
        "--out=" + folder);
    Path results = folder.resolve("results.json");
    byte[] before = Files.readAllBytes(results);

    assertThat(heddle("evidence", "--out=" + folder))
        .contains("3/3", "GatherBenchmark.gather virtual-threads", "pinned", "carriers");

    assertThat(results).hasBinaryContent(before);
    for (JsonNode cell : new JsonMapper().readTree(before)) {
      assertFigures(cell);
    }
    JsonNode evidence = new JsonMapper().readTree(folder.resolve("evidence.json").toFile());
    assertThat(evidence.path("format_version").asInt()).isEqualTo(1);
    assertThat(evidence.path("forks")).hasSize(3);
    assertThat(evidence.path("forks"))
        .allSatisfy(fork -> assertThat(fork.path("carriers").asInt()).isPositive());
  }

  private static void assertFigures(JsonNode cell) {
    JsonNode secondary = cell.path("secondaryMetrics");
    if (cell.path("benchmark").asText().contains("GroupFailure")) {
      assertThat(secondary.at("/told:p0.50/score").asDouble()).isPositive();
      assertThat(secondary.at("/stopped:p0.99/score").asDouble()).isPositive();
      assertThat(secondary.at("/orphans/score").asDouble(-1)).isZero();
      assertThat(cell.path("params").has("neighbour")).isFalse();
    } else {
      assertThat(cell.at("/params/neighbour").asText()).isEqualTo("CPU");
      boolean sleeps = cell.at("/params/work").asText().equals("SLEEP");
      assertThat(secondary.at("/bound/score").asDouble(-1)).isEqualTo(sleeps ? 10_000 : -1);
    }
  }

  @Test
  void thereIsNoEvidenceOfARunThatIsNotThere() throws Exception {
    assertThat(heddle("evidence", "--out=" + temp)).contains("it has no run.json");
  }

  private static String heddle(String... arguments) throws Exception {
    Process process = HeddleProcess.start(List.of(), List.of(arguments));
    String output = process.inputReader().readAllAsString();
    assertThat(process.waitFor()).as(output).isIn(0, 64);
    return output;
  }
}
