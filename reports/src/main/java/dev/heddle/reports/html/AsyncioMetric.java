package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured beside the time on both sides, if not by the same name. */
enum AsyncioMetric {
  CPU("CPU per operation", "cpu", "cpu"),
  CPU_PER_REQUEST("CPU per request", "cpuPerRequest", "cpuPerRequest"),
  COLD_CALL("cold first call", "coldCall", "coldCall"),
  PEAK_MEMORY("peak memory", "peakRss", "rss.peak");

  private static final String NONE = "–";

  private final String title;
  private final String ofReference;
  private final String ofModel;

  AsyncioMetric(String title, String ofReference, String ofModel) {
    this.title = title;
    this.ofReference = ofReference;
    this.ofModel = ofModel;
  }

  /** Those that any reference tells. */
  static List<AsyncioMetric> toldBy(List<Reference> references) {
    return Arrays.stream(values())
        .filter(
            metric ->
                references.stream()
                    .anyMatch(other -> other.secondary().containsKey(metric.ofReference)))
        .toList();
  }

  String title() {
    return title;
  }

  String of(Reference reference) {
    return text(reference.secondary(), ofReference, reference.cell()).orElse(NONE);
  }

  /** A model's CPU per request is that of an operation by its requests, where it is not told. */
  String of(ArmResult result) {
    Cell cell = result.arm().cell();
    return text(result.secondary(), ofModel, cell)
        .or(() -> text(result.secondary(), ofReference, cell))
        .or(() -> this == CPU_PER_REQUEST ? perRequest(result) : Optional.empty())
        .orElse(NONE);
  }

  private static Optional<String> perRequest(ArmResult result) {
    Cell cell = result.arm().cell();
    String requests = cell.params().getOrDefault("fanOut", "");
    return requests.matches("[1-9][0-9]{0,8}")
        ? Optional.ofNullable(result.secondary().get(CPU.ofModel))
            .map(
                (Estimate cpu) ->
                    text(cpu.value() / Integer.parseInt(requests), unit(CPU.ofModel, cell)))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Estimate> metrics, String name, Cell cell) {
    return Optional.ofNullable(metrics.get(name))
        .map((Estimate estimate) -> text(estimate.value(), unit(name, cell)));
  }

  private static String text(double value, String unit) {
    return Digits.of(value) + " " + unit.replaceFirst("^us", "µs").replaceFirst("/op$", "");
  }

  private static String unit(String name, Cell cell) {
    return Optional.ofNullable(cell.secondary().get(name)).map(Metric::unit).orElse("");
  }
}
