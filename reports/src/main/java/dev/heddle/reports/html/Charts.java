package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.DotPlot;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.PercentilePlot;
import dev.heddle.reports.chart.PercentilePlot.Curve;
import dev.heddle.reports.chart.Row;
import dev.heddle.reports.read.Mode;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.LatencyPoint;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The charts of one scenario. */
final class Charts {

  private static final int MOST_CURVES = 8;

  private final Comparison comparison;
  private final String id;
  private final ArmStyles styles;

  Charts(Comparison comparison, String id, ArmStyles styles) {
    this.comparison = comparison;
    this.id = id;
    this.styles = styles;
  }

  /** The measured quantity. Its numbers are the estimates. */
  Chart measured() {
    return measured(
        switch (comparison.scenario().unit().quantity()) {
          case TIME_PER_OPERATION -> "Time per operation";
          case THROUGHPUT -> "Throughput";
          case OTHER_RATE, OTHER_COST -> "Score";
        });
  }

  /** Percentiles of the samples, where there are some. */
  Optional<Chart> latencies() {
    List<Curve> curves = curves();
    return curves.isEmpty()
        ? Optional.empty()
        : Optional.of(PercentilePlot.draw(id + "p", curves, latencyUnit(), leftOut(), styles));
  }

  /** What follows from the measured quantity: one from time, the other from throughput. */
  Optional<Chart> derived() {
    return switch (comparison.scenario().unit().quantity()) {
      case TIME_PER_OPERATION ->
          comparison.scenario().mode() == Mode.SINGLE_SHOT
              ? Optional.empty()
              : Optional.of(derived(Quantity.THROUGHPUT, "Throughput", "time per operation"));
      case THROUGHPUT ->
          Optional.of(derived(Quantity.TIME_PER_OPERATION, "Time per operation", "throughput"));
      case OTHER_RATE, OTHER_COST -> Optional.empty();
    };
  }

  private Chart measured(String quantity) {
    HumanUnit unit = HumanUnit.of(comparison.scenario().unit(), values(ArmResult::score));
    return DotPlot.draw(id + "m", quantity, rows(ArmResult::score, Reference::score), unit, styles);
  }

  /** Little's law with as many operations in flight as JMH has threads. */
  private Chart derived(Quantity quantity, String name, String from) {
    int threads = comparison.scenario().threads();
    Function<ArmResult, Estimate> inverse = result -> result.score().reciprocal(threads);
    HumanUnit unit = HumanUnit.of(quantity, values(inverse));
    String title = name + " = " + (threads == 1 ? "1" : threads + " threads") + " / " + from;
    Function<Reference, Estimate> ofReference = other -> other.score().reciprocal(threads);
    return DotPlot.draw(id + "d", title, rows(inverse, ofReference), unit, styles);
  }

  HumanUnit latencyUnit() {
    List<Double> all =
        curves().stream()
            .flatMap(curve -> curve.points().stream())
            .map(point -> point.latency().value())
            .toList();
    return HumanUnit.of(Quantity.TIME_PER_OPERATION, all);
  }

  /** More curves than these are a tangle; the best ones are drawn, and the data have all. */
  private List<Curve> curves() {
    return comparison.arms().stream()
        .filter(result -> hasLatencies(result.latencies()))
        .sorted(Comparator.comparingInt(this::place))
        .limit(MOST_CURVES)
        .sorted(Comparator.comparingInt(comparison.arms()::indexOf))
        .map(r -> new Curve(r.arm().key(), r.arm().name(), r.latencies()))
        .toList();
  }

  private int place(ArmResult result) {
    int place = comparison.ranking().indexOf(result);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  private int leftOut() {
    long all =
        comparison.arms().stream().filter(result -> hasLatencies(result.latencies())).count();
    return (int) Math.max(0, all - MOST_CURVES);
  }

  private static boolean hasLatencies(List<LatencyPoint> points) {
    return points.stream().anyMatch(point -> Double.isFinite(point.latency().value()));
  }

  /** Contestants, and below them the references. */
  private List<Row> rows(
      Function<ArmResult, Estimate> estimate, Function<Reference, Estimate> ofReference) {
    return Stream.concat(
            comparison.arms().stream()
                .map(r -> new Row(r.arm().key(), r.arm().name(), estimate.apply(r))),
            comparison.references().stream()
                .map(other -> Row.reference(other.name(), ofReference.apply(other))))
        .toList();
  }

  private List<Double> values(Function<ArmResult, Estimate> estimate) {
    return comparison.arms().stream().map(r -> estimate.apply(r).value()).toList();
  }
}
