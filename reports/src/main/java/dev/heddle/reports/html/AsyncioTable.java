package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** How many times faster each model is than each reference in one scenario. */
final class AsyncioTable {

  private static final String NONE = "–";

  private final Comparison comparison;
  private final String caption;
  private final ArmStyles styles;
  private final HumanUnit unit;
  private final List<AsyncioMetric> metrics;

  AsyncioTable(Comparison comparison, String caption, ArmStyles styles) {
    this.comparison = comparison;
    this.caption = caption;
    this.styles = styles;
    this.unit =
        HumanUnit.of(
            comparison.scenario().unit(),
            comparison.arms().stream().map(result -> result.score().value()).toList());
    this.metrics = AsyncioMetric.toldBy(comparison.references());
  }

  TableView table() {
    List<TableView.Line> lines =
        Stream.concat(
                comparison.arms().stream().map(this::line),
                comparison.references().stream().map(this::line))
            .toList();
    return new TableView(caption, heads(), lines).withoutEmptyLastColumn();
  }

  private List<String> heads() {
    List<String> heads = new ArrayList<>(List.of("model", unit.label()));
    comparison
        .references()
        .forEach(
            other -> heads.add("times faster than " + other.shortName().replace(" · ", " + ")));
    metrics.forEach(metric -> heads.add(metric.title()));
    heads.add("notes");
    return heads;
  }

  private TableView.Line line(ArmResult result) {
    List<String> cells =
        cells(
            result.score(),
            other -> other.timesFaster(result).map(AsyncioTable::text).orElse(NONE),
            metric -> metric.of(result));
    cells.add(Notes.of(result));
    return new TableView.Line(
        "m" + styles.colourOf(result.arm().key()), result.arm().name(), cells);
  }

  private TableView.Line line(Reference reference) {
    List<String> cells = cells(reference.score(), other -> NONE, metric -> metric.of(reference));
    cells.add(Notes.of(reference));
    return TableView.Line.reference(reference.name(), cells);
  }

  private List<String> cells(
      Estimate score,
      Function<Reference, String> timesFaster,
      Function<AsyncioMetric, String> measured) {
    List<String> cells = new ArrayList<>();
    double value = unit.scale(score.value());
    cells.add(
        Digits.of(value)
            + score
                .interval()
                .map(interval -> " (" + Digits.of(interval.map(unit::scale), value) + ")")
                .orElse(""));
    comparison.references().forEach(other -> cells.add(timesFaster.apply(other)));
    metrics.forEach(metric -> cells.add(measured.apply(metric)));
    return cells;
  }

  private static String text(Ratio ratio) {
    return Digits.of(ratio.value())
        + ratio
            .interval()
            .map(interval -> " (" + Digits.of(interval, ratio.value()) + ")")
            .orElse("");
  }
}
