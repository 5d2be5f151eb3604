package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncioRunnerTest {

  private static final Path RUNNER = Path.of("..", "scripts", "asyncio", "runner");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double[] PERCENTILES = {0, 10, 50, 90, 99, 99.9, 99.99, 100};

  private static Optional<String> python = Optional.empty();

  @BeforeAll
  static void findPython() throws Exception {
    python = Python.find();
  }

  @Test
  void writesALogThatHdrHistogramReadsWithEqualCounts() throws Exception {
    Histogram expected = new Histogram(3);
    for (long i = 0; i < 5_000; i++) {
      expected.recordValue(i * i * 7919 % 40_000_000_007L);
    }
    String code =
        """
        import hdr_histogram, hdr_log
        h = hdr_histogram.Histogram()
        for i in range(5000): h.record(i * i * 7919 % 40000000007)
        print(hdr_log.text(1000.25, 1003.5, {"a:response": h}), end="")
        """;
    Histogram read = tagged(readLog(python(code)), "a:response");
    assertThat(read).isEqualTo(expected);
    assertThat(read.getStartTimeStamp()).isEqualTo(1_000_250);
    assertThat(read.getEndTimeStamp()).isEqualTo(1_003_500);
  }

  @Test
  void tellsThePercentilesAndTheMeanThatHdrHistogramTells() throws Exception {
    Histogram expected = new Histogram(3);
    for (long i = 0; i < 777; i++) {
      expected.recordValue(i * i * 7919);
    }
    String code =
        """
        import hdr_histogram
        h = hdr_histogram.Histogram()
        for i in range(777): h.record(i * i * 7919)
        print(*[h.percentile(p) for p in (10, 50, 90, 99, 99.9, 99.99, 100)], h.mean())
        """;
    List<String> told = words(python(code));
    for (int i = 1; i < PERCENTILES.length; i++) {
      assertThat(Long.parseLong(told.get(i - 1)))
          .as("p%s", PERCENTILES[i])
          .isEqualTo(expected.getValueAtPercentile(PERCENTILES[i]));
    }
    assertThat(Double.parseDouble(told.getLast())).isCloseTo(expected.getMean(), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({
    "gather, sleep, none",
    "outcomes, fetch, aiohttp",
    "wait-first, fetch, httpx",
    "as-completed, fetch-drawn, aiohttp",
    "group, no-op, none",
    "timeout, fetch, httpx",
    "bounded, fetch, aiohttp"
  })
  void measuresAPatternAndHoldsItsRequestsAgainstTheStubs(
      String pattern, String work, String transport) throws Exception {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT)) {
      List<String> arguments =
          new ArrayList<>(
              List.of("--pattern", pattern, "--work", work, "--fan-out", "12", "--timing"));
      arguments.addAll(List.of("1x20+3x20", "--stub", server.address().toString()));
      if (!transport.equals("none")) {
        arguments.addAll(List.of("--client", transport));
      }
      JsonNode entry = measured(arguments);
      assertThat(entry.path("mode").asText()).isEqualTo("avgt");
      assertThat(entry.path("vmName").asText()).isEqualTo("CPython");
      assertThat(entry.at("/params/model").asText()).isEqualTo("asyncio");
      assertThat(entry.at("/params/tier").asText()).isEqualTo("reference");
      assertThat(entry.at("/params/transport").asText()).isEqualTo(transport);
      assertThat(entry.at("/params/fanOut").asText()).isEqualTo("12");
      assertThat(entry.at("/primaryMetric/rawData/0")).hasSize(3);
      assertThat(entry.at("/primaryMetric/score").asDouble()).isPositive();
      assertThat(entry.at("/primaryMetric/scoreUnit").asText()).isEqualTo("us/op");
      assertThat(entry.at("/secondaryMetrics/coldCall/scoreUnit").asText()).isEqualTo("ms/op");
      assertThat(entry.at("/secondaryMetrics/peakRss/score").asDouble())
          .as("MB of Python, not of the JVM that started it")
          .isBetween(5.0, 100.0);
      assertThat(entry.path("secondaryMetrics").has("cpuPerRequest"))
          .isEqualTo(work.startsWith("fetch"));
    }
  }

  @Test
  void failsWhereTheStubReceivedOtherRequestsThanWereSent() throws Exception {
    String code =
        """
        import stub
        received = iter([10, 15])
        stub.stats = lambda address: {"received": next(received)}
        ledger = stub.Ledger("", True, exact=True)
        ledger.sent(4)
        try: ledger.check()
        except RuntimeError as failure: print(failure)
        """;
    assertThat(python(code)).startsWith("4 requests were sent but the stub received 5");
  }

  @Test
  void offersALoadFromIntendedStartsAndKeepsItsHistograms(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("load.hlog");
    try (StubServer server = StubServer.start(StubOptions.DEFAULT)) {
      JsonNode entry =
          measured(
              List.of(
                  "--rate",
                  "50",
                  "--seconds",
                  "0.5",
                  "--warm-up",
                  "0.2",
                  "--fan-out",
                  "3",
                  "--arrivals",
                  "constant",
                  "--stub",
                  server.address().toString(),
                  "--log",
                  log.toString(),
                  "--report",
                  folder.resolve("load.json").toString()));
      assertThat(entry.path("benchmark").asText())
          .isEqualTo("dev.heddle.benchmarks.OpenLoopBenchmark.load");
      Map<String, Histogram> byTag = readLog(Files.readString(log));
      String cell =
          "asyncio/aiohttp/asyncio/gather/3/lognormal:p50=5ms;p99=40ms/constant/50:response";
      Histogram response = tagged(byTag, cell);
      assertThat(response.getTotalCount()).isEqualTo(25);
      assertThat(response.getValueAtPercentile(99) / 1e3)
          .isEqualTo(entry.at("/secondaryMetrics/response.p99/score").asDouble());
      JsonNode report = JSON.readTree(folder.resolve("load.json").toFile());
      assertThat(report.at("/books/succeeded").asInt()).isEqualTo(25);
      assertThat(report.at("/response_us/count").asInt()).isEqualTo(25);
      assertThat(report.path("verdict")).isEqualTo(entry.path("verdict"));
    }
  }

  @Test
  void aLoadThatIsTooMuchEndsAndItsBooksSayWhatWasNotStarted() throws Exception {
    String code =
        """
        import asyncio, json, open_loop, time, verdict
        open_loop.DRAIN_SECONDS = 0.05
        async def blocks(number): time.sleep(0.02)
        every_ms = iter(range(0, 10**9, 10**6))
        load = asyncio.run(open_loop.offer(blocks, every_ms, 0, 10**8))
        reasons = [reason["rule"] for reason in verdict.reasons(load, 0, 0, 0)]
        print(json.dumps(load.measured.books() | {"balances": load.measured.balances(), "reasons": reasons}))
        """;
    JsonNode books = JSON.readTree(python(code));
    assertThat(books.path("planned").asInt()).isEqualTo(100);
    assertThat(books.path("too_late").asInt()).isPositive();
    assertThat(books.path("balances").asBoolean()).isTrue();
    assertThat(books.path("reasons")).extracting(JsonNode::asText).contains("sent");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4711, -3})
  void drawsTheArrivalsThatTheJvmsDriverDraws(long seed) throws Exception {
    String code =
        """
        import arrivals, itertools
        print(*itertools.islice(arrivals._splittable_random(%d), 5))
        """
            .formatted(seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (String drawn : words(python(code))) {
      assertThat(Double.parseDouble(drawn)).isEqualTo(random.nextDouble());
    }
  }

  private static JsonNode measured(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python.orElseGet(Python::missing), "-B", RUNNER.toString()));
    command.addAll(arguments);
    ExternalProgram run = ExternalProgram.run(command);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return JSON.readTree(run.out()).get(0);
  }

  private static String python(String code) throws Exception {
    ExternalProgram run =
        ExternalProgram.run(
            List.of(python.orElseGet(Python::missing), "-B", "-c", code),
            Map.of("PYTHONPATH", RUNNER.toString()));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split(" ", -1));
  }

  private static Histogram tagged(Map<String, Histogram> byTag, String tag) {
    assertThat(byTag).containsKey(tag);
    return Optional.ofNullable(byTag.get(tag)).orElseThrow();
  }

  private static Map<String, Histogram> readLog(String log) {
    Map<String, Histogram> byTag = new HashMap<>();
    HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    while (reader.hasNext()) {
      if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
        byTag.put(histogram.getTag(), histogram);
      }
    }
    return byTag;
  }
}
