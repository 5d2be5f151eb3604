package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CeilingBoundTest {

  private static final String CALIBRATION =
      """
      {"format_version": 1, "made": "2026-11-26T12:00:00Z", "heddle": "1", "machine": {},
       "hiccup_us": {"seconds": 1, "p50": 1, "p99": 1, "p999": 1, "max": 1},
       "ceilings": [
        {"client": "driver", "server": "stub", "per_second": {"rounds": [1000]}},
        {"client": "wrk", "server": "stub", "per_second": {"rounds": [2000]}}]}
      """;

  @TempDir Path temp;

  private final StringWriter log = new StringWriter();

  @Test
  void aLoadAboveSeventyPercentOfTheLowestCeilingIsToldAndOthersAreNot() throws Exception {
    Files.writeString(temp.resolve("calibration.json"), CALIBRATION);

    assertThat(bound().lines(List.of(fork("A", 701, true), fork("B", 700, true))))
        .containsExactly(
            "CEILING-BOUND: OpenLoopBenchmark.load a: 701 exchanges/s are 70 % of what driver →"
                + " stub does at most; not to be ranked");
  }

  @Test
  void anInvalidForkDecidesNothing() throws Exception {
    Files.writeString(temp.resolve("calibration.json"), CALIBRATION);

    assertThat(bound().lines(List.of(fork("A", 900, false), fork("A", 600, true)))).isEmpty();
  }

  @Test
  void aMachineThatWasNeverCalibratedIsToldHow() {
    assertThat(bound().lines(List.of(fork("A", 900, true))))
        .containsExactly(
            "No ceilings are known of this machine: scripts/heddle calibrate reads them, once");
  }

  @Test
  void aDamagedCalibrationIsSaidAndHoldsNothingUp() throws Exception {
    Files.writeString(temp.resolve("calibration.json"), "{");

    assertThat(bound().calibration()).isEmpty();
    assertThat(log.toString()).contains("is no calibration").hasLineCount(1);
  }

  private CeilingBound bound() {
    return CeilingBound.beside(new RunFolder(temp), new PrintWriter(log, true));
  }

  private static LoadFork fork(String model, double exchanges, boolean valid) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("verdict").put("valid", valid);
    json.putObject("exchanges").put("per_second", exchanges);
    return new LoadFork(
        "f", new Cell(LoadPlans.BENCHMARK, Map.of("model", model)), (JsonNode) json, "");
  }
}
