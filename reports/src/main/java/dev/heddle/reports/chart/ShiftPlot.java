package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Interval;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * How much slower or faster each part of a latency distribution became: percentile by percentile.
 */
public final class ShiftPlot {

  private static final int HEIGHT = 230;
  private static final int NOTE = 19;

  /** Ranges of forks may stretch the axis to this ratio. */
  private static final double STRETCH = 100;

  /**
   * One percentile.
   *
   * @param fraction from 0 to 1
   * @param ratio of the pooled samples, candidate through base
   * @param forks the least and the greatest ratio between forks; empty where they do not tell
   */
  public record Point(double fraction, double ratio, Optional<Interval> forks) {}

  private final List<Point> points;
  private final Scale scale;

  private ShiftPlot(List<Point> points) {
    this.points = points;
    List<Double> values = new ArrayList<>(points.stream().map(Point::ratio).toList());
    points.stream()
        .flatMap(point -> point.forks().stream())
        .forEach(
            forks -> {
              values.add(Math.max(forks.low(), 1 / STRETCH));
              values.add(Math.min(forks.high(), STRETCH));
            });
    this.scale = Scale.ofRatios(values);
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param points from the least percentile to the greatest, never empty
   */
  public static Chart draw(String id, List<Point> points) {
    return new ShiftPlot(points).chart(id);
  }

  private Chart chart(String id) {
    String title = "Shift of the latencies, candidate ÷ base";
    List<String> limits =
        List.of(
            "Points: all samples of a side. Lines: from fork to fork.",
            "Steps between percentiles are not to scale.");
    return new Chart(
        title,
        ThemedSvg.draw(
            ChartStyle.chart(plot(), limits),
            ChartStyle.WIDTH,
            HEIGHT + NOTE * limits.size(),
            id,
            new ThemedSvg.Alternative(title, description())),
        limits);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(
        ChartStyle.names(
            points.stream().map(point -> PercentilePlot.label(point.fraction())).toList()));
    plot.setRangeAxis(ChartStyle.axis("candidate ÷ base, log scale", scale));
    plot.setDomainGridlinesVisible(false);
    plot.setDataset(series());
    plot.setRenderer(renderer());
    plot.addRangeMarker(
        new ValueMarker(scale.place(1), Ink.MUTED, new BasicStroke(1.2f)), Layer.BACKGROUND);
    return plot;
  }

  private XYIntervalSeriesCollection series() {
    XYIntervalSeries series = new XYIntervalSeries(SideStyle.CANDIDATE.words());
    for (int x = 0; x < points.size(); x++) {
      Point point = points.get(x);
      double y = clamped(point.ratio());
      double low = point.forks().map(forks -> clamped(forks.low())).orElse(y);
      double high = point.forks().map(forks -> clamped(forks.high())).orElse(y);
      series.add(x, x, x, y, low, high);
    }
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    all.addSeries(series);
    return all;
  }

  private double clamped(double ratio) {
    return Math.clamp(scale.place(ratio), scale.low(), scale.high());
  }

  private static XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setDrawXError(false);
    renderer.setDefaultLinesVisible(true);
    renderer.setCapLength(5);
    renderer.setSeriesShape(0, SideStyle.CANDIDATE.mark().ofRadius(3.6));
    renderer.setSeriesPaint(0, SideStyle.CANDIDATE.solid());
    renderer.setSeriesStroke(0, new BasicStroke(1.5f));
    return renderer;
  }

  private String description() {
    return points.stream()
        .map(p -> PercentilePlot.label(p.fraction()) + " " + Digits.of(p.ratio()))
        .collect(Collectors.joining(", "));
  }
}
