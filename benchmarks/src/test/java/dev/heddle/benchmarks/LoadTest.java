package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.benchmarks.calibrate.CalibrationCache;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.measure.MachineIdentity;
import dev.heddle.model.Model;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, with real forks and a stub. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LoadTest {

  private static final int RATE = 40;

  @TempDir Path temp;

  @Test
  void everyModelsLoadIsMeasuredJudgedAndKept() throws Exception {
    knowCeilingOfTenPerSecond();
    Path folder = temp.resolve("results");
    String output = everyModelsLoad(folder);

    assertThat(output)
        .contains("p99 ms")
        .contains("virtual-threads gather x 3 over default at 40/s");
    assertThat(folder.resolve("calibration.json")).hasSameTextualContentAs(calibration());
    List<JsonNode> reports = reports(folder);
    assertThat(reports).hasSize(Model.values().length);
    for (JsonNode report : reports) {
      assertBooks(report);
      assertThat(report.at("/response_us/p50").asDouble()).isGreaterThan(30_000);
      assertThat(report.at("/verdict/valid").isBoolean()).isTrue();
      assertBound(report, output);
    }
    Map<String, Long> counts = intervals(folder.resolve("latency.hlog"));
    assertThat(counts).hasSize(4 * Model.values().length);
    assertThat(counts)
        .containsEntry(
            "virtual-threads/default/gather/3/constant:value=30ms/constant/40:response",
            (long) RATE);
    JsonNode results = new JsonMapper().readTree(folder.resolve("results.json").toFile());
    assertThat(results)
        .allSatisfy(
            entry ->
                assertThat(entry.path("secondaryMetrics").fieldNames())
                    .toIterable()
                    .contains("response.p99", "service.p50", "achieved", "valid"));
  }

  private String everyModelsLoad(Path folder) throws Exception {
    return heddle(
        "load",
        "--rate=" + RATE,
        "--fan-out=3",
        "--latency=constant:value=30ms",
        "--arrivals=constant",
        "--duration=1s",
        "--warm-up=500ms",
        "--rounds=1",
        "--seed=1",
        "--out=" + folder);
  }

  @Test
  void aSearchKeepsItsPathAndSaysWhatWasMissed() throws Exception {
    Path folder = temp.resolve("results");
    String output =
        loadAgainstAServerAtHand(
            "--find-max",
            "--slo=p99=1us",
            "--rate=1",
            "--model=virtual-threads,netty-event-loop",
            "--fan-out=1",
            "--latency=get",
            "--arrivals=constant",
            "--duration=1s",
            "--warm-up=0",
            "--seed=1",
            "--out=" + folder);

    assertThat(output)
        .contains("virtual-threads", "no rate found, 1 levels", "No ceilings are known");
    JsonNode search = new JsonMapper().readTree(folder.resolve("search.json").toFile());
    assertThat(search.path("models")).hasSize(2);
    for (JsonNode model : search.path("models")) {
      assertThat(model.path("path")).hasSize(1);
      JsonNode level = model.at("/path/0");
      assertThat(level.path("met").asBoolean(true)).isFalse();
      assertThat(level.path("forks")).hasSize(3);
      assertThat(level.at("/forks/0/missed")).isNotEmpty();
    }
    assertThat(reports(folder)).hasSize(6);
  }

  @Test
  void recordingALoadLeavesWhatItMeasuredAlone() throws Exception {
    Path folder = temp.resolve("results");
    heddle(
        "load",
        "--rate=" + RATE,
        "--model=virtual-threads",
        "--latency=no-op",
        "--duration=1s",
        "--warm-up=0",
        "--rounds=1",
        "--out=" + folder);
    List<JsonNode> before = reports(folder);

    assertThat(heddle("evidence", "--out=" + folder)).contains("1/1", "pinned");

    assertThat(reports(folder)).hasSize(1).isEqualTo(before);
    assertThat(folder.resolve("evidence.json")).exists();
  }

  @Test
  void aForkReadsTheScenarioFileAgain() throws Exception {
    Path file =
        Files.writeString(
            temp.resolve("two calls.yaml"),
            """
            arrival: {pattern: constant, rate: 40, duration: 1s, warm_up: 500ms}
            plan:
              then:
                - {call: first, latency: 'constant:value=20ms', bytes: 5000, cpu: 10us}
                - group:
                    - {call: second, latency: 'constant:value=10ms', count: 2}
            """);
    Path folder = temp.resolve("scenario");
    String output =
        loadAgainstAServerAtHand(
            "--scenario=" + file, "--model=virtual-threads", "--rounds=1", "--out=" + folder);

    assertThat(output).contains("virtual-threads two calls over default at 40/s");
    assertThat(reports(folder))
        .singleElement()
        .satisfies(
            report -> {
              assertBooks(report);
              assertThat(report.at("/parameters/plan").asText()).isEqualTo("two calls");
              assertThat(report.at("/exchanges/may_be_cut_short").asBoolean()).isFalse();
              assertThat(report.at("/response_us/p50").asDouble()).isGreaterThan(30_000);
            });
    JsonNode params =
        new JsonMapper().readTree(folder.resolve("results.json").toFile()).at("/0/params");
    assertThat(params.path("scenario").asText()).isEqualTo(file.toString());
    assertThat(params.has("plan")).isFalse();
  }

  private void knowCeilingOfTenPerSecond() throws Exception {
    RunFolder.write(
        calibration(),
        """
        {"format_version": 1, "made": "2026-11-26T12:00:00Z", "heddle": "1", "machine": {},
         "hiccup_us": {"seconds": 1, "p50": 1, "p99": 1, "p999": 1, "max": 1},
         "ceilings": [{"client": "driver", "server": "stub", "per_second": {"rounds": [10]}}]}
        """
            .getBytes(StandardCharsets.UTF_8));
  }

  private Path calibration() {
    return new CalibrationCache(temp.resolve("cache")).file(MachineIdentity.now());
  }

  /** A busy machine makes a fork invalid, and then nothing is said of what it came near to. */
  private static void assertBound(JsonNode report, String output) {
    String model = ConstantNames.readable(report.at("/parameters/model").asText());
    if (report.at("/verdict/valid").asBoolean()) {
      assertThat(output).contains("CEILING-BOUND: OpenLoopBenchmark.load " + model);
    }
  }

  private static void assertBooks(JsonNode report) {
    assertThat(report.at("/books/planned").asInt()).isEqualTo(RATE);
    assertThat(report.at("/books/succeeded").asInt()).isEqualTo(RATE);
    int started = RATE + report.at("/warm_up_books/started").asInt();
    assertThat(report.at("/exchanges/sent").asInt()).isEqualTo(3 * started);
    assertThat(report.at("/exchanges/received").asInt()).isEqualTo(3 * started);
  }

  private static List<JsonNode> reports(Path folder) throws Exception {
    List<JsonNode> reports = new ArrayList<>();
    try (var files = Files.list(folder.resolve("load"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        reports.add(new JsonMapper().readTree(file.toFile()));
      }
    }
    return reports;
  }

  private static Map<String, Long> intervals(Path log) throws Exception {
    Map<String, Long> counts = new HashMap<>();
    HistogramLogReader reader = new HistogramLogReader(log.toFile());
    while (reader.hasNext()) {
      if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
        counts.put(histogram.getTag(), histogram.getTotalCount());
      }
    }
    return counts;
  }

  /** One that needs no warm-up. */
  private String loadAgainstAServerAtHand(String... arguments) throws Exception {
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT)) {
      List<String> all = new ArrayList<>(List.of("load", "--stub=" + stub.address()));
      all.addAll(List.of(arguments));
      return heddle(all.toArray(String[]::new));
    }
  }

  private String heddle(String... arguments) throws Exception {
    Process process =
        HeddleProcess.start(
            List.of("-D" + CalibrationCache.PROPERTY + "=" + temp.resolve("cache")),
            List.of(arguments));
    String output = process.inputReader().readAllAsString();
    assertThat(process.waitFor()).as(output).isIn(0, 3);
    return output;
  }
}
