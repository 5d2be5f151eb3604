package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Reads one metric as a stream, so that raw data never exist as a tree of JSON nodes. */
final class MetricReader {

  private final JsonParser parser;
  private final String name;
  private final TreeMap<Double, Double> percentiles = new TreeMap<>();
  private final List<ForkData> forks = new ArrayList<>();
  private double score = Double.NaN;
  private double error = Double.NaN;
  private String unit = "";

  private MetricReader(JsonParser parser, String name) {
    this.parser = parser;
    this.name = name;
  }

  static Metric read(JsonParser parser, String name) throws IOException {
    MetricReader reader = new MetricReader(parser, name);
    Json.object(parser, name, reader::field);
    return new Metric(reader.score, reader.error, reader.unit, reader.percentiles, reader.forks);
  }

  private void field(String field) throws IOException {
    String where = name + "." + field;
    switch (field) {
      case "score" -> score = Json.number(parser, where);
      case "scoreError" -> error = Json.number(parser, where);
      case "scoreUnit" -> unit = Json.text(parser, where);
      case "scorePercentiles" -> Json.object(parser, where, this::percentile);
      case "rawData" -> Json.array(parser, where, () -> forks.add(iterations(where)));
      case "rawDataHistogram" -> Json.array(parser, where, () -> forks.add(histogram(where)));
      default -> parser.skipChildren();
    }
  }

  private void percentile(String percent) throws IOException {
    double value = Json.number(parser, name + ".scorePercentiles");
    try {
      percentiles.put(Double.parseDouble(percent), value);
    } catch (NumberFormatException notAPercentile) {
      throw new MalformedResultException(parser, "percentile '" + percent + "' is not a number");
    }
  }

  private Iterations iterations(String where) throws IOException {
    DoubleStream.Builder scores = DoubleStream.builder();
    Json.array(parser, where, () -> scores.add(Json.number(parser, where)));
    return Iterations.of(scores.build().toArray());
  }

  private Histogram histogram(String where) throws IOException {
    TreeMap<Double, Long> counts = new TreeMap<>();
    Json.array(parser, where, () -> Json.array(parser, where, () -> bucket(counts, where)));
    return Histogram.of(counts);
  }

  private void bucket(Map<Double, Long> counts, String where) throws IOException {
    List<Double> pair = new ArrayList<>(2);
    Json.array(parser, where, () -> pair.add(Json.number(parser, where)));
    if (pair.size() != 2 || !(pair.get(1) >= 0)) {
      throw new MalformedResultException(
          parser, "a bucket of '%s' is %s, not [value, count]".formatted(where, pair));
    }
    counts.merge(pair.get(0), pair.get(1).longValue(), Long::sum);
  }
}
