package dev.heddle.reports.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heddle.reports.FolderCopy;
import dev.heddle.reports.command.EachVerdict;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.html.ComparePage;
import dev.heddle.reports.html.HtmlReport;
import dev.heddle.reports.read.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Made-up results, always the same, of every kind that the page has a section for. */
final class Example {

  private static final List<String> MODELS =
      List.of(
          "PLATFORM_THREADS",
          "VIRTUAL_THREADS",
          "COMPLETABLE_FUTURE",
          "STRUCTURED_SCOPE",
          "NETTY_EVENT_LOOP");
  private static final Path UNDER_LOAD = Path.of("src/test/resources/under-load");
  private static final int FORKS = 5;
  private static final int ITERATIONS = 4;

  private final Random random = new Random(7);
  private final List<Map<String, Object>> cells = new ArrayList<>();

  private Example() {}

  /** A folder as a run leaves it: gathers at three fan-outs, prices, failures, tasks in flight. */
  static Path run(Path folder) throws IOException {
    Example example = new Example();
    for (int fanOut : List.of(10, 100, 1000)) {
      example.row("gather", "CONTRACT", "NO_OP", fanOut, fanOut * 0.4, Map.of("cpu", "us/op"));
      example.row("gather", "CONTRACT", "FETCH", fanOut, fanOut * 12.0, Map.of("bound", "us/op"));
    }
    example.row("gather", "IDIOM", "NO_OP", 100, 31, Map.of());
    example.row(
        "groupFailure",
        "CONTRACT",
        "FETCH",
        100,
        9_000,
        Map.of("told·p0.50", "us/op", "stopped·p0.99", "us/op", "orphans", "/op"));
    example.row("memory", "CONTRACT", "SLEEP", 100_000, 10_300, Map.of("heap", "B/task"));
    example.write(folder);
    new ObjectMapper().writeValue(folder.resolve("reference.json").toFile(), example.references());
    return folder;
  }

  /** A folder with that many cells: five models in a fifth as many scenarios. */
  static Path wide(Path folder, int cells) throws IOException {
    Example example = new Example();
    for (int scenario = 0; scenario < cells / MODELS.size(); scenario++) {
      example.row("gather" + scenario, "CONTRACT", "NO_OP", 10 + scenario, 5 + scenario, Map.of());
    }
    return example.write(folder);
  }

  /** A folder as a run under load leaves it. */
  static Path underLoad() throws IOException {
    return copied(UNDER_LOAD);
  }

  private static Path copied(Path folder) throws IOException {
    Path copy = Files.createTempDirectory(Path.of("target"), "under-load");
    FolderCopy.of(folder, copy);
    return copy;
  }

  /** The page of a folder, beside it. */
  static Path page(Path folder) throws IOException {
    Path page = folder.resolve("report.html");
    try (BufferedWriter writer = Files.newBufferedWriter(page)) {
      HtmlReport.write(List.of(Run.read(folder)), writer);
    }
    return page;
  }

  /** The page of a comparison of hand-made runs, beside them. */
  static Path comparison(Path folder) throws IOException {
    EachVerdict pair = EachVerdict.in(folder);
    Path page = folder.resolve("compare.html");
    try (BufferedWriter writer = Files.newBufferedWriter(page)) {
      ComparePage.write(
          RunComparison.of(
              Run.read(pair.base()), Run.read(pair.candidate()), List.of(), Rules.STANDARD),
          writer);
    }
    return page;
  }

  private Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    new ObjectMapper().writeValue(folder.resolve("results.json").toFile(), cells);
    Files.writeString(
        folder.resolve("environment.json"),
        "{\"reproduce\": {\"command\": \"scripts/heddle run --standard --seed 7 --out results\"}}");
    return folder;
  }

  private void row(
      String method,
      String tier,
      String work,
      int fanOut,
      double micros,
      Map<String, String> metrics) {
    for (int model = 0; model < MODELS.size(); model++) {
      Map<String, Object> cell = new LinkedHashMap<>();
      cell.put("benchmark", "org.example.ExampleBenchmark." + method);
      cell.put("mode", "avgt");
      cell.put("forks", FORKS);
      cell.put(
          "params",
          Map.of(
              "model",
              MODELS.get(model),
              "tier",
              tier,
              "work",
              work,
              "fanOut",
              Integer.toString(fanOut)));
      double middle = micros * (1 + 0.4 * model);
      cell.put("primaryMetric", metric(middle, "us/op"));
      Map<String, Object> secondary = new LinkedHashMap<>();
      metrics.forEach((name, unit) -> secondary.put(name, metric(middle / 3, unit)));
      cell.put("secondaryMetrics", secondary);
      cells.add(cell);
    }
  }

  private List<Map<String, Object>> references() {
    return List.of(
        reference("FETCH", "aiohttp 3.8.4", "asyncio", 33_000),
        reference("FETCH", "aiohttp 3.8.4", "uvloop", 24_000),
        reference("FETCH", "httpx 0.23.3", "asyncio", 98_000),
        reference("NO_OP", "none", "asyncio", 900));
  }

  private Map<String, Object> reference(String work, String client, String loop, double micros) {
    Map<String, Object> cell = new LinkedHashMap<>();
    cell.put("benchmark", "org.example.ExampleBenchmark.gather");
    cell.put("mode", "avgt");
    cell.put("forks", FORKS);
    cell.put("vmName", "CPython");
    cell.put("vmVersion", "3.11.2");
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", "asyncio");
    params.put("tier", "reference");
    params.put("transport", client.replaceFirst(" .*", ""));
    params.put("work", work);
    params.put("fanOut", "100");
    params.put("loop", loop);
    params.put("client", client);
    cell.put("params", params);
    cell.put("primaryMetric", metric(micros, "us/op"));
    cell.put(
        "secondaryMetrics",
        Map.of("cpu", metric(micros * 0.98, "us/op"), "peakRss", metric(42, "MB")));
    return cell;
  }

  private Map<String, Object> metric(double middle, String unit) {
    List<List<Double>> forks = new ArrayList<>();
    for (int fork = 0; fork < FORKS; fork++) {
      double level = middle * (1 + 0.05 * random.nextGaussian());
      List<Double> iterations = new ArrayList<>();
      for (int i = 0; i < ITERATIONS; i++) {
        iterations.add(level * (1 + 0.01 * random.nextGaussian()));
      }
      forks.add(iterations);
    }
    return Map.of("score", middle, "scoreError", middle / 20, "scoreUnit", unit, "rawData", forks);
  }
}
