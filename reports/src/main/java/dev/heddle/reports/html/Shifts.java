package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.PercentilePlot;
import dev.heddle.reports.chart.ShiftPlot;
import dev.heddle.reports.chart.ShiftPlot.Point;
import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where in the distribution the samples of a candidate moved. */
final class Shifts {

  private static final List<Double> FRACTIONS =
      List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999);

  private final List<Histogram> base;
  private final List<Histogram> candidate;
  private final Histogram pooledBase;
  private final Histogram pooledCandidate;
  private final boolean blocks;

  private Shifts(CellComparison cell) {
    this.base = cell.base().latencies();
    this.candidate = cell.candidate().latencies();
    this.pooledBase = Histogram.sum(base);
    this.pooledCandidate = Histogram.sum(candidate);
    this.blocks =
        base.size() == candidate.size()
            && cell.effect().stream().anyMatch(e -> e.design() == Ratio.Design.BLOCKS);
  }

  /** The chart and its numbers; empty where not both sides have samples. */
  static Optional<FigureView> of(CellComparison cell, String id) {
    if (cell.base().latencies().isEmpty() || cell.candidate().latencies().isEmpty()) {
      return Optional.empty();
    }
    Shifts shifts = new Shifts(cell);
    List<Point> points = shifts.points();
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FigureView(ShiftPlot.draw(id, points), Optional.of(shifts.table(points)), ""));
  }

  private List<Point> points() {
    return FRACTIONS.stream()
        .filter(f -> pooledBase.reachesBeyond(f) && pooledCandidate.reachesBeyond(f))
        .map(f -> new Point(f, ratio(pooledBase, pooledCandidate, f), between(f)))
        .filter(point -> Double.isFinite(point.ratio()) && point.ratio() > 0)
        .toList();
  }

  /** In blocks each block's ratio; else any fork of one side through any of the other. */
  private Optional<Interval> between(double fraction) {
    boolean told =
        base.stream().allMatch(fork -> fork.reachesBeyond(fraction))
            && candidate.stream().allMatch(fork -> fork.reachesBeyond(fraction));
    double[] ratios =
        IntStream.range(0, base.size())
            .boxed()
            .flatMapToDouble(i -> ratios(i, fraction))
            .filter(ratio -> Double.isFinite(ratio) && ratio > 0)
            .toArray();
    return told && ratios.length > 0
        ? Optional.of(
            new Interval(
                DoubleStream.of(ratios).min().orElseThrow(),
                DoubleStream.of(ratios).max().orElseThrow()))
        : Optional.empty();
  }

  private DoubleStream ratios(int fork, double fraction) {
    return blocks
        ? DoubleStream.of(ratio(base.get(fork), candidate.get(fork), fraction))
        : candidate.stream().mapToDouble(other -> ratio(base.get(fork), other, fraction));
  }

  private static double ratio(Histogram base, Histogram candidate, double fraction) {
    return candidate.percentile(fraction) / base.percentile(fraction);
  }

  private TableView table(List<Point> points) {
    HumanUnit unit =
        HumanUnit.of(
            Quantity.TIME_PER_OPERATION,
            points.stream().map(point -> pooledBase.percentile(point.fraction())).toList());
    String range = blocks ? "from block to block" : "from any fork to any fork";
    List<String> heads =
        List.of(
            "percentile",
            "base (" + unit.label() + ")",
            "candidate (" + unit.label() + ")",
            "candidate ÷ base",
            range);
    return new TableView(
        "Percentiles of all samples",
        heads,
        points.stream().map(point -> line(point, unit)).toList());
  }

  private TableView.Line line(Point point, HumanUnit unit) {
    double fraction = point.fraction();
    return new TableView.Line(
        "",
        PercentilePlot.label(fraction),
        List.of(
            Digits.of(unit.scale(pooledBase.percentile(fraction))),
            Digits.of(unit.scale(pooledCandidate.percentile(fraction))),
            Digits.of(point.ratio()),
            point.forks().map(forks -> Digits.of(forks, point.ratio())).orElse("–")));
  }
}
