package dev.heddle.reports.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.reports.read.Histogram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPInputStream;

/**
 * One fork of the study.
 *
 * @param run which of several separate ones
 * @param block of its run, from 1
 * @param jar which of the two identical builds, A or B
 * @param kind what it measured, such as {@code cpu}, or {@code network, warm} after a warm-up of
 *     seconds; {@code ruler} parts have no percent
 * @param percent the slowdown that was injected
 * @param iterations JMH's scores; where operations were sampled, only their mean
 * @param p99 of sampled operations; NaN elsewhere
 * @param seconds that it took, JMH's own start and end included
 */
record KeptFork(
    String run,
    int block,
    char jar,
    String kind,
    int percent,
    List<Double> iterations,
    double p99,
    double seconds) {

  private static final String WARM = ", warm";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All forks of a file of JSON lines: JMH's result of each, and where it stood in the study. */
  static List<KeptFork> read(Path file) throws IOException {
    List<KeptFork> forks = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        forks.add(of(JSON.readTree(line)));
      }
    }
    return forks;
  }

  /** The fork's one number. */
  double score() {
    return iterations.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static KeptFork of(JsonNode line) {
    JsonNode result = line.path("result");
    JsonNode metric = result.path("primaryMetric");
    boolean ruler = line.path("side").asText().equals("ruler");
    String method = result.path("benchmark").asText().replaceFirst("^.*\\.", "");
    return new KeptFork(
        line.path("run").asText(),
        line.path("block").asInt(),
        line.path("jar").asText().charAt(0),
        ruler ? "ruler." + method : method + (isWarm(result) ? WARM : ""),
        result.path("params").path("percent").asInt(),
        iterations(metric),
        histogram(metric).percentile(0.99),
        line.path("seconds").asDouble());
  }

  private static boolean isWarm(JsonNode result) {
    return result.path("warmupTime").asText().equals("500 ms");
  }

  private static List<Double> iterations(JsonNode metric) {
    DoubleStream.Builder scores = DoubleStream.builder();
    metric.path("rawData").path(0).forEach(score -> scores.add(score.asDouble()));
    List<Double> values = scores.build().boxed().toList();
    return values.isEmpty() ? List.of(metric.path("score").asDouble()) : values;
  }

  private static Histogram histogram(JsonNode metric) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    metric
        .path("rawDataHistogram")
        .path(0)
        .forEach(
            iteration ->
                iteration.forEach(
                    bucket ->
                        counts.merge(bucket.get(0).asDouble(), bucket.get(1).asLong(), Long::sum)));
    return Histogram.of(counts);
  }
}
