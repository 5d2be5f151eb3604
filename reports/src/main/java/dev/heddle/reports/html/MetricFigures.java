package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.DotPlot;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.Row;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Charts of what was measured beside the score, for the metrics that a decision may rest on: what a
 * failure costs and leaves behind, what a task in flight holds, CPU, memory and threads.
 */
final class MetricFigures {

  /**
   * A metric that is worth a chart.
   *
   * @param name what JMH calls it
   * @param title of the chart, without its unit
   */
  private record Known(Pattern name, String title) {

    Known(String name, String title) {
      this(Pattern.compile(name), title);
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known("told[:·]p0\\.50", "Until the caller is told of the failure, p50"),
          new Known("told[:·]p0\\.99", "Until the caller is told of the failure, p99"),
          new Known("stopped[:·]p0\\.99", "Until the last child has stopped, p99"),
          new Known("orphans", "Children still at work when the caller goes on"),
          new Known("heap", "Heap of a task in flight"),
          new Known("rss", "Memory of a task in flight, outside the heap"),
          new Known("cpu", "CPU time of the process"),
          new Known("·?gc\\.alloc\\.rate\\.norm", "Allocation"),
          new Known("rss\\.peak", "Memory of the process at most"),
          new Known("threads\\.peak", "Threads of the process at most"));

  private final Comparison comparison;
  private final String id;
  private final ArmStyles styles;

  MetricFigures(Comparison comparison, String id, ArmStyles styles) {
    this.comparison = comparison;
    this.id = id;
    this.styles = styles;
  }

  /** In the order above; their numbers are in the table of secondary metrics. */
  List<Chart> all() {
    return KNOWN.stream().flatMap(known -> chart(known).stream()).toList();
  }

  private Optional<Chart> chart(Known known) {
    return comparison.arms().stream()
        .flatMap(result -> result.secondary().keySet().stream())
        .filter(name -> known.name().matcher(name).matches())
        .findFirst()
        .flatMap(name -> chart(known, name));
  }

  private Optional<Chart> chart(Known known, String name) {
    List<Row> rows = comparison.arms().stream().flatMap(arm -> row(arm, name).stream()).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            DotPlot.draw(id + "k" + KNOWN.indexOf(known), known.title(), rows, unit(name), styles));
  }

  private static Optional<Row> row(ArmResult result, String name) {
    return Optional.ofNullable(result.secondary().get(name))
        .filter(estimate -> Double.isFinite(estimate.value()))
        .map((Estimate estimate) -> new Row(result.arm().key(), result.arm().name(), estimate));
  }

  private HumanUnit unit(String name) {
    String unit =
        comparison.arms().stream()
            .flatMap(
                result -> Optional.ofNullable(result.arm().cell().secondary().get(name)).stream())
            .map(Metric::unit)
            .findFirst()
            .orElse("");
    return new HumanUnit(unit.replaceFirst("^us/", "µs/"), 1);
  }
}
