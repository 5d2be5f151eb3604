package dev.heddle.reports.chart;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * How a score grows with the number of children: a line a model, both axes logarithmic, so that a
 * straight line is a power; small marks are forks, and a dashed line is what arithmetic allows.
 */
public final class FanOutPlot {

  private static final int HEIGHT = 270;
  private static final int NOTE = 19;

  /**
   * A model.
   *
   * @param key gives it its colour and mark
   * @param name stands in the legend
   * @param points by ascending fan-out
   */
  public record Curve(String key, String name, List<Point> points) {

    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A score at one fan-out, in the shown unit.
   *
   * @param forks in order of execution; empty for none
   */
  public record Point(int fanOut, double value, List<Double> forks) {

    public Point {
      forks = List.copyOf(forks);
    }
  }

  private final List<Curve> curves;
  private final List<Point> bound;
  private final ArmStyles styles;
  private final Scale across;
  private final Scale values;

  private FanOutPlot(List<Curve> curves, List<Point> bound, ArmStyles styles) {
    this.curves = curves;
    this.bound = bound;
    this.styles = styles;
    List<Point> all =
        Stream.concat(curves.stream().flatMap(curve -> curve.points().stream()), bound.stream())
            .toList();
    this.across =
        Scale.ofRates(
            all.stream().map(point -> (double) point.fanOut()).distinct().sorted().toList());
    this.values =
        Scale.logarithmic(
            all.stream()
                .flatMap(point -> Stream.concat(Stream.of(point.value()), point.forks().stream()))
                .toList());
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param quantity names the value axis, without its unit
   * @param curves at least one, with at least one point
   * @param bound what it takes at least; may be empty
   */
  public static Chart draw(
      String id,
      String quantity,
      String unit,
      List<Curve> curves,
      List<Point> bound,
      ArmStyles styles) {
    return new FanOutPlot(curves, bound, styles).chart(id, quantity, unit);
  }

  private Chart chart(String id, String quantity, String unit) {
    String title = "%s over fan-out (%s)".formatted(quantity, unit);
    List<String> notes = new ArrayList<>(List.of("Log scales: a straight line is a power."));
    if (!bound.isEmpty()) {
      notes.add("Dashed: what arithmetic says it takes at least.");
    }
    JFreeChart chart = ChartStyle.chart(plot(unit), notes);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    int height = HEIGHT + NOTE * (notes.size() + 1 + curves.size() / 2);
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description(unit));
    String svg = ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text);
    return new Chart(title, svg, notes);
  }

  private XYPlot plot(String unit) {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    String label = across.logarithmic() ? "children at once, log scale" : "children at once";
    plot.setDomainAxis(ChartStyle.axis(label, across));
    plot.setRangeAxis(ChartStyle.axis(unit + ", log scale", values));
    plot.setDataset(0, series(curves, true));
    plot.setRenderer(0, forkRenderer());
    plot.setDataset(1, series(List.of(new Curve("", "at least", bound)), false));
    plot.setRenderer(1, boundRenderer());
    plot.setDataset(2, series(curves, false));
    plot.setRenderer(2, lineRenderer());
    return plot;
  }

  private XYSeriesCollection series(List<Curve> shown, boolean forks) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < shown.size(); i++) {
      XYSeries series = new XYSeries(SeriesKey.of(i, shown.get(i).name()), false, true);
      for (Point point : shown.get(i).points()) {
        List<Double> drawn = forks ? point.forks() : List.of(point.value());
        drawn.stream()
            .filter(value -> value > 0 && Double.isFinite(value))
            .forEach(value -> series.add(across.place(point.fanOut()), values.place(value)));
      }
      all.addSeries(series);
    }
    return all;
  }

  private XYLineAndShapeRenderer forkRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDefaultShapesFilled(false);
    renderer.setDefaultSeriesVisibleInLegend(false);
    style(renderer, 2.2, new BasicStroke(1.1f));
    return renderer;
  }

  private XYLineAndShapeRenderer lineRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setDrawOutlines(false);
    style(renderer, 4.2, new BasicStroke(1.5f));
    return renderer;
  }

  private static XYLineAndShapeRenderer boundRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDefaultSeriesVisibleInLegend(false);
    renderer.setSeriesPaint(0, Ink.MUTED);
    renderer.setSeriesStroke(
        0,
        new BasicStroke(
            1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
    return renderer;
  }

  private void style(XYLineAndShapeRenderer renderer, double radius, BasicStroke stroke) {
    for (int i = 0; i < curves.size(); i++) {
      renderer.setSeriesShape(i, styles.mark(curves.get(i).key(), radius));
      renderer.setSeriesPaint(i, styles.solid(curves.get(i).key()));
      renderer.setSeriesStroke(i, stroke);
    }
  }

  private String description(String unit) {
    return curves.stream()
        .map(
            curve ->
                curve.points().stream()
                    .map(
                        point ->
                            "%s %s at %,d"
                                .formatted(Digits.of(point.value()), unit, point.fanOut()))
                    .collect(Collectors.joining(", ", curve.name() + ": ", "")))
        .collect(Collectors.joining("; "));
  }
}
