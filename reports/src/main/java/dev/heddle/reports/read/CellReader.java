package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads one element of JMH's result array; fields it does not know are skipped. */
final class CellReader {

  private final JsonParser parser;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> jvmArguments = new ArrayList<>();
  private final Map<String, String> params = new LinkedHashMap<>();
  private final Map<String, Metric> secondary = new LinkedHashMap<>();
  private Optional<Metric> primary = Optional.empty();

  private CellReader(JsonParser parser) {
    this.parser = parser;
  }

  static Cell read(JsonParser parser) throws IOException {
    CellReader reader = new CellReader(parser);
    Json.object(parser, "result", reader::field);
    return reader.cell();
  }

  private void field(String field) throws IOException {
    switch (field) {
      case "benchmark", "mode", "warmupTime", "measurementTime", "jmhVersion" -> keep(field);
      case "jdkVersion", "vmName", "vmVersion" -> keep(field);
      case "threads", "forks", "warmupIterations", "warmupBatchSize" -> count(field);
      case "measurementIterations", "measurementBatchSize" -> count(field);
      case "jvmArgs" -> Json.array(parser, field, () -> jvmArguments.add(Json.text(parser, field)));
      case "params" -> Json.object(parser, field, p -> params.put(p, Json.text(parser, p)));
      case "primaryMetric" -> primary = Optional.of(MetricReader.read(parser, field));
      case "secondaryMetrics" ->
          Json.object(parser, field, m -> secondary.put(m, MetricReader.read(parser, m)));
      default -> parser.skipChildren();
    }
  }

  private void keep(String field) throws IOException {
    texts.put(field, Json.text(parser, field));
  }

  private void count(String field) throws IOException {
    counts.put(field, Json.integer(parser, field));
  }

  private Cell cell() throws IOException {
    String benchmark = required("benchmark");
    Metric metric = primary.orElseThrow(() -> lacks("primaryMetric"));
    return new Cell(benchmark, mode(), params, schedule(), jvm(), metric, secondary);
  }

  private Mode mode() throws IOException {
    String label = required("mode");
    return Mode.ofLabel(label)
        .orElseThrow(
            () ->
                new MalformedResultException(
                    parser, "mode '%s' is not one of %s".formatted(label, modeLabels())));
  }

  private Schedule schedule() {
    return new Schedule(
        counts.getOrDefault("threads", 1),
        counts.getOrDefault("forks", 1),
        phase("warmup"),
        phase("measurement"));
  }

  private Schedule.Phase phase(String name) {
    return new Schedule.Phase(
        counts.getOrDefault(name + "Iterations", 0),
        texts.getOrDefault(name + "Time", ""),
        counts.getOrDefault(name + "BatchSize", 1));
  }

  private Jvm jvm() {
    return new Jvm(
        texts.getOrDefault("jmhVersion", ""),
        texts.getOrDefault("jdkVersion", ""),
        texts.getOrDefault("vmName", ""),
        texts.getOrDefault("vmVersion", ""),
        jvmArguments);
  }

  private String required(String field) throws IOException {
    return Optional.ofNullable(texts.get(field)).orElseThrow(() -> lacks(field));
  }

  private MalformedResultException lacks(String field) {
    return new MalformedResultException(parser, "a result lacks the field '" + field + "'");
  }

  private static String modeLabels() {
    return Arrays.stream(Mode.values()).map(Mode::label).collect(Collectors.joining(", "));
  }
}
