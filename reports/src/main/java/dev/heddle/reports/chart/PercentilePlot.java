package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.LatencyPoint;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Latency at each percentile, one line per contestant, with the interval between forks. */
public final class PercentilePlot {

  private static final int HEIGHT = 250;
  private static final int NOTE = 19;
  private static final String EQUAL_STEPS = "Steps between percentiles are not to scale.";

  /**
   * The percentiles of one contestant.
   *
   * @param key gives it its colour and mark
   * @param name is read out
   * @param points from the least percentile to the greatest
   */
  public record Curve(String key, String name, List<LatencyPoint> points) {}

  private final List<Curve> curves;
  private final int leftOut;
  private final List<Double> fractions;
  private final HumanUnit unit;
  private final ArmStyles styles;
  private final ValueRange range;

  private PercentilePlot(List<Curve> curves, int leftOut, HumanUnit unit, ArmStyles styles) {
    this.curves = curves;
    this.leftOut = leftOut;
    this.unit = unit;
    this.styles = styles;
    this.fractions = points().stream().map(LatencyPoint::fraction).distinct().sorted().toList();
    List<Estimate> estimates = points().stream().map(LatencyPoint::latency).toList();
    this.range = ValueRange.of(estimates, unit, true);
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param curves at least one, with at least one point
   * @param leftOut how many more there are, which only the table has
   */
  public static Chart draw(
      String id, List<Curve> curves, HumanUnit unit, int leftOut, ArmStyles styles) {
    return new PercentilePlot(curves, leftOut, unit, styles).chart(id);
  }

  /** How a percentile is written: {@code p99.9}, {@code max}. */
  public static String label(double fraction) {
    String percent = String.valueOf(Math.round(fraction * 100_000) / 1000.0);
    return fraction == 1 ? "max" : "p" + percent.replaceFirst("\\.0$", "");
  }

  private Chart chart(String id) {
    String title = "Latency (" + unit.label() + ")";
    List<String> limits = limits();
    int height = HEIGHT + NOTE * (limits.size() + 1 + curves.size() / 2);
    JFreeChart chart = ChartStyle.chart(plot(), limits);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    String svg =
        ThemedSvg.draw(
            chart,
            ChartStyle.WIDTH,
            height,
            id,
            new ThemedSvg.Alternative(title + " at percentiles", description()));
    return new Chart(title, svg, limits);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    SymbolAxis percentiles =
        ChartStyle.names(fractions.stream().map(PercentilePlot::label).toList());
    percentiles.setLabel("share of operations not slower");
    plot.setDomainAxis(percentiles);
    ValueAxis latency = ChartStyle.valueAxis(unit, range);
    plot.setRangeAxis(latency);
    plot.setDomainGridlinesVisible(false);
    plot.setDataset(series());
    plot.setRenderer(renderer());
    return plot;
  }

  private XYIntervalSeriesCollection series() {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (int i = 0; i < curves.size(); i++) {
      XYIntervalSeries series = new XYIntervalSeries(SeriesKey.of(i, curves.get(i).name()));
      for (LatencyPoint point : curves.get(i).points()) {
        add(series, point, offset(i));
      }
      all.addSeries(series);
    }
    return all;
  }

  /** Contestants stand side by side, so that their intervals do not cover each other. */
  private double offset(int curve) {
    return (curve - (curves.size() - 1) / 2.0) * Math.min(0.12, 0.6 / curves.size());
  }

  private void add(XYIntervalSeries series, LatencyPoint point, double offset) {
    double y = unit.scale(point.latency().value());
    if (Double.isFinite(y)) {
      double x = fractions.indexOf(point.fraction()) + offset;
      var interval = point.latency().interval();
      double low = interval.map(v -> range.clamp(unit.scale(v.low()))).orElse(y);
      double high = interval.map(v -> range.clamp(unit.scale(v.high()))).orElse(y);
      series.add(x, x, x, y, low, high);
    }
  }

  private XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setDrawXError(false);
    renderer.setDefaultLinesVisible(true);
    renderer.setCapLength(5);
    for (int i = 0; i < curves.size(); i++) {
      renderer.setSeriesShape(i, styles.mark(curves.get(i).key(), 4));
      renderer.setSeriesPaint(i, styles.solid(curves.get(i).key()));
      renderer.setSeriesStroke(i, new BasicStroke(1.5f));
    }
    return renderer;
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>(List.of(EQUAL_STEPS));
    if (leftOut > 0) {
      limits.add("The best %d; the data have %d more.".formatted(curves.size(), leftOut));
    }
    boolean cut =
        points().stream()
            .flatMap(point -> point.latency().interval().stream())
            .anyMatch(interval -> !range.holds(interval.map(unit::scale)));
    if (cut) {
      limits.add("An interval reaches beyond the axis: see the table.");
    }
    if (points().stream().allMatch(point -> point.latency().interval().isEmpty())) {
      limits.add("No intervals: the file has fewer than two forks of samples.");
    }
    return limits;
  }

  private List<LatencyPoint> points() {
    return curves.stream().map(Curve::points).flatMap(Collection::stream).toList();
  }

  private String description() {
    return curves.stream()
        .filter(curve -> !curve.points().isEmpty())
        .limit(12)
        .map(this::described)
        .collect(Collectors.joining("; "));
  }

  private String described(Curve curve) {
    return curve.points().stream()
        .map(p -> label(p.fraction()) + " " + Digits.of(unit.scale(p.latency().value())))
        .collect(Collectors.joining(", ", curve.name() + ": ", ""));
  }
}
