package dev.heddle.reports.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.heddle.reports.html.Notes;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.LatencyPoint;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadReference;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadScenarios;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Reference;
import dev.heddle.reports.stats.ScoreUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every number of the report as CSV (RFC 4180), a line a metric of a cell: scores and percentiles
 * in seconds or operations per second, other metrics in the file's unit. Numbers have all their
 * digits.
 */
final class ResultsCsv {

  private static final List<Double> FRACTIONS = List.of(0.5, 0.9, 0.99, 0.999, 1.0);

  private static final CsvSchema SCHEMA =
      CsvSchema.builder()
          .addColumn("source")
          .addColumn("benchmark")
          .addColumn("mode")
          .addColumn("threads")
          .addColumn("parameters")
          .addColumn("metric")
          .addColumn("unit")
          .addColumn("estimate")
          .addColumn("low")
          .addColumn("high")
          .addColumn("forks")
          .addColumn("ratio_to_best")
          .addColumn("ratio_low")
          .addColumn("ratio_high")
          .addColumn("notes")
          .addColumn("each_fork")
          .build()
          .withHeader()
          .withLineSeparator("\r\n");

  private final SequenceWriter lines;

  private ResultsCsv(SequenceWriter lines) {
    this.lines = lines;
  }

  /** Writes all runs; the writer stays open. */
  static void write(List<Run> runs, Writer writer) {
    CsvMapper mapper =
        CsvMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    try (SequenceWriter lines = mapper.writer(SCHEMA).writeValues(writer)) {
      ResultsCsv csv = new ResultsCsv(lines);
      for (Run run : runs) {
        csv.run(run);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Run run) throws IOException {
    String source = run.source().toString();
    for (Comparison comparison : Comparison.of(run)) {
      for (ArmResult result : comparison.arms()) {
        score(source, comparison, result);
        for (LatencyPoint point : result.latencies()) {
          metric(
              source, result.arm().cell(), percentile(point.fraction()), "s/op", point.latency());
        }
        secondary(source, result.arm().cell(), result.secondary());
      }
    }
    for (Cell cell : run.comparableReference()) {
      reference(source, Reference.of(cell));
    }
    for (LoadScenario scenario : LoadScenarios.of(run.load())) {
      for (LoadPoint point : scenario.points()) {
        load(source, scenario, point, "");
      }
      for (LoadReference reference : LoadReference.beside(scenario, run.referenceLoad())) {
        for (LoadPoint point : reference.points()) {
          load(source, scenario, point, "reference, not ranked");
        }
      }
    }
  }

  private void score(String source, Comparison comparison, ArmResult result) throws IOException {
    boolean best = comparison.isBest(result);
    Optional<Double> ratio = best ? Optional.of(1.0) : result.toBest().map(Ratio::value);
    line(
        source,
        result.arm().cell(),
        "score",
        comparison.scenario().unit().text(),
        result.score(),
        ratio,
        result.toBest().flatMap(Ratio::interval),
        Notes.of(result));
  }

  private void reference(String source, Reference other) throws IOException {
    Cell cell = other.cell();
    line(
        source,
        cell,
        "score",
        ScoreUnit.of(cell.primary().unit(), cell.mode()).text(),
        other.score(),
        Optional.empty(),
        Optional.empty(),
        Notes.of(other) + ": " + other.name());
    secondary(source, cell, other.secondary());
  }

  private void secondary(String source, Cell cell, Map<String, Estimate> metrics)
      throws IOException {
    for (Map.Entry<String, Estimate> other : metrics.entrySet()) {
      String unit =
          Optional.ofNullable(cell.secondary().get(other.getKey())).map(Metric::unit).orElse("");
      metric(source, cell, other.getKey(), unit, other.getValue());
    }
  }

  private void metric(String source, Cell cell, String name, String unit, Estimate estimate)
      throws IOException {
    line(source, cell, name, unit, estimate, Optional.empty(), Optional.empty(), "");
  }

  private void line(
      String source,
      Cell cell,
      String metric,
      String unit,
      Estimate estimate,
      Optional<Double> ratio,
      Optional<Interval> ratioInterval,
      String notes)
      throws IOException {
    record(
        source,
        cell.benchmark(),
        cell.mode().words(),
        cell.schedule().threads(),
        params(cell.params()),
        metric,
        unit,
        estimate.value(),
        text(estimate.interval().map(Interval::low)),
        text(estimate.interval().map(Interval::high)),
        estimate.forks().size(),
        text(ratio),
        text(ratioInterval.map(Interval::low)),
        text(ratioInterval.map(Interval::high)),
        notes,
        joined(estimate.forks()));
  }

  private void load(String source, LoadScenario scenario, LoadPoint point, String note)
      throws IOException {
    for (double fraction : FRACTIONS) {
      record(
          source,
          "load",
          "open loop",
          "",
          params(scenario.params()) + ";model=" + point.model() + ";rate=" + point.rate(),
          "response " + percentile(fraction),
          "s",
          point.response().percentile(fraction),
          "",
          "",
          point.validForks().size(),
          "",
          "",
          "",
          Stream.of(note, point.isValid() ? "" : "no fork is valid")
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("; ")),
          joined(point.ofForks(fraction)));
    }
  }

  private void record(Object... columns) throws IOException {
    lines.write(List.of(columns));
  }

  private static String percentile(double fraction) {
    return fraction == 1 ? "max" : "p" + Double.toString(100 * fraction).replaceAll("\\.0$", "");
  }

  private static String params(Map<String, String> params) {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + param.getValue())
        .collect(Collectors.joining(";"));
  }

  private static String joined(List<Double> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String text(Optional<Double> value) {
    return value.map(String::valueOf).orElse("");
  }
}
