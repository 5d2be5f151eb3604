package dev.heddle.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A quantity over the offered rate, a curve for each model: large marks are all valid forks of a
 * point together, small ones are forks; hollow is what is not valid, and no line leads there.
 */
public final class RatePlot {

  private static final int HEIGHT = 270;
  private static final int NOTE = 19;

  /** Models stand beside each other at this share of the axis; their forks at half of it. */
  private static final double STEP = 0.016;

  private static final double RING = 7.5;

  /**
   * A model.
   *
   * @param key gives it its colour and mark
   * @param name stands in the legend
   * @param best the rate whose point is ringed; empty for none
   * @param points by ascending rate
   * @param isReference whether it is no model: another runtime, drawn in a neutral colour
   */
  public record Curve(
      String key, String name, OptionalDouble best, List<Point> points, boolean isReference) {

    public Curve {
      points = List.copyOf(points);
    }

    /** A model. */
    public Curve(String key, String name, OptionalDouble best, List<Point> points) {
      this(key, name, best, points, false);
    }

    /** A reference beside the models. */
    public static Curve reference(String name, List<Point> points) {
      return new Curve(name, name, OptionalDouble.empty(), points, true);
    }

    private boolean isBest(Point point) {
      return best.isPresent() && best.getAsDouble() == point.rate();
    }
  }

  /**
   * A line across the chart.
   *
   * @param value in the shown unit
   * @param label stands on it
   */
  public record Limit(double value, String label) {}

  /**
   * A model at one rate.
   *
   * @param rate offered, per second
   * @param value in the shown unit
   * @param valid whether any fork is
   * @param forks in order of execution
   */
  public record Point(double rate, double value, boolean valid, List<Fork> forks) {

    public Point {
      forks = List.copyOf(forks);
    }
  }

  /** The value of one fork, in the shown unit. */
  public record Fork(double value, boolean valid) {}

  /** How the values are laid out. */
  public enum Values {
    LOG,
    PERCENT
  }

  /**
   * What stands around the curves.
   *
   * @param title with the unit
   * @param label of the value axis
   * @param values their scale
   * @param limit what the values are held against; empty for nothing
   * @param notes to be read below it
   */
  public record Frame(
      String title, String label, Values values, Optional<Limit> limit, List<String> notes) {

    public Frame {
      notes = List.copyOf(notes);
    }

    /** Without a limit. */
    public Frame(String title, String label, Values values, List<String> notes) {
      this(title, label, values, Optional.empty(), notes);
    }
  }

  private final Frame frame;
  private final List<Curve> curves;
  private final ArmStyles styles;
  private final Scale rates;
  private final Scale values;

  private RatePlot(Frame frame, List<Curve> curves, ArmStyles styles) {
    this.frame = frame;
    this.curves = curves;
    this.styles = styles;
    this.rates = Scale.ofRates(points().map(Point::rate).distinct().sorted().toList());
    List<Double> all =
        Stream.of(
                points().map(Point::value),
                forks().map(Fork::value),
                frame.limit().stream().map(Limit::value))
            .flatMap(Function.identity())
            .toList();
    this.values =
        switch (frame.values()) {
          case LOG -> Scale.logarithmic(all);
          case PERCENT -> Scale.percent(all);
        };
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param curves at least one, with at least one point
   */
  public static Chart draw(String id, Frame frame, List<Curve> curves, ArmStyles styles) {
    return new RatePlot(frame, curves, styles).chart(id);
  }

  private Chart chart(String id) {
    List<String> notes = notes();
    JFreeChart chart = ChartStyle.chart(plot(), notes);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    int height = HEIGHT + NOTE * (notes.size() + 1 + curves.size() / 2);
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(frame.title(), description());
    String svg = ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text);
    return new Chart(frame.title(), svg, notes);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(frame.notes());
    if (points().anyMatch(point -> !point.valid())) {
      notes.add("Large and hollow: no fork is valid; the table says why.");
    }
    if (curves.stream().anyMatch(Curve::isReference)) {
      notes.add(ChartStyle.GREY_IS_A_REFERENCE);
    }
    return notes;
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    String label = rates.logarithmic() ? "offered rate (1/s), log scale" : "offered rate (1/s)";
    plot.setDomainAxis(ChartStyle.axis(label, rates));
    plot.setRangeAxis(ChartStyle.axis(frame.label(), values));
    add(plot, 0, series(RatePlot::spots, true), marks(2.2, true));
    add(plot, 1, series(RatePlot::spots, false), marks(2.2, false));
    add(plot, 2, series(RatePlot::itself, false), marks(4.6, false));
    add(plot, 3, best(), marks(RING, false));
    add(plot, 4, series(RatePlot::itself, true), lines());
    frame.limit().map(this::marker).ifPresent(plot::addRangeMarker);
    return plot;
  }

  private ValueMarker marker(Limit limit) {
    ValueMarker marker = new ValueMarker(values.place(limit.value()));
    marker.setPaint(Ink.MUTED);
    marker.setStroke(
        new BasicStroke(
            1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
    marker.setLabel(limit.label());
    marker.setLabelFont(ChartStyle.SMALL);
    marker.setLabelPaint(Ink.MUTED);
    marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
    marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
    return marker;
  }

  private static void add(
      XYPlot plot, int index, XYSeriesCollection data, XYLineAndShapeRenderer renderer) {
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  /** Where marks stand: their rate's place and how far to the right of it, and their value. */
  private record Spot(double right, double value, boolean valid) {}

  private static List<Spot> itself(Point point) {
    return List.of(new Spot(0, point.value(), point.valid()));
  }

  private static List<Spot> spots(Point point) {
    return point.forks().stream()
        .map(fork -> new Spot(STEP / 2, fork.value(), fork.valid()))
        .toList();
  }

  /** The points that are ringed. */
  private XYSeriesCollection best() {
    return series((curve, point) -> curve.isBest(point) ? itself(point) : List.of(), spot -> true);
  }

  private XYSeriesCollection series(Function<Point, List<Spot>> spots, boolean valid) {
    return series((curve, point) -> spots.apply(point), spot -> spot.valid() == valid);
  }

  private XYSeriesCollection series(
      BiFunction<Curve, Point, List<Spot>> spots, Predicate<Spot> shown) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < curves.size(); i++) {
      XYSeries series =
          new XYSeries(
              SeriesKey.of(i, curves.get(i).name(), curves.get(i).isReference()), false, true);
      double beside = (i - (curves.size() - 1) / 2.0) * STEP;
      for (Point point : curves.get(i).points()) {
        for (Spot spot : spots.apply(curves.get(i), point)) {
          double x = rates.place(point.rate()) + (beside + spot.right()) * rates.span();
          boolean drawn = shown.test(spot) && isDrawable(spot.value());
          series.add(x, drawn ? values.place(spot.value()) : Double.NaN); // NaN interrupts lines.
        }
      }
      all.addSeries(series);
    }
    return all;
  }

  private boolean isDrawable(double value) {
    return Double.isFinite(values.place(value));
  }

  private XYLineAndShapeRenderer marks(double radius, boolean filled) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDefaultShapesFilled(filled);
    renderer.setDrawOutlines(!filled);
    renderer.setDefaultSeriesVisibleInLegend(false);
    style(renderer, radius, new BasicStroke(1.1f));
    return renderer;
  }

  private XYLineAndShapeRenderer lines() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    renderer.setDrawOutlines(false);
    style(renderer, 4.2, new BasicStroke(1.5f));
    return renderer;
  }

  private void style(XYLineAndShapeRenderer renderer, double radius, BasicStroke stroke) {
    int references = 0;
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      Shape mark =
          curve.isReference()
              ? styles.referenceMark(references++, radius)
              : styles.mark(curve.key(), radius);
      renderer.setSeriesShape(i, mark);
      renderer.setSeriesPaint(i, styles.solid(curve.key(), curve.isReference()));
      renderer.setSeriesStroke(i, stroke);
    }
  }

  private Stream<Point> points() {
    return curves.stream().flatMap(curve -> curve.points().stream());
  }

  private Stream<Fork> forks() {
    return points().flatMap(point -> point.forks().stream());
  }

  private String description() {
    return curves.stream().map(this::described).collect(Collectors.joining("; "));
  }

  private String described(Curve curve) {
    return curve.points().stream()
        .map(point -> Digits.of(point.value()) + " at " + Scale.label(point.rate()) + "/s")
        .collect(Collectors.joining(", ", curve.name() + ": ", ""));
  }
}
