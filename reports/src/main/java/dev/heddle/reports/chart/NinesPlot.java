package dev.heddle.reports.chart;

import dev.heddle.reports.read.Histogram;
import java.awt.BasicStroke;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Whole distributions over the scale of nines: response time solid, service time dashed. */
public final class NinesPlot {

  private static final int HEIGHT = 290;
  private static final int NOTE = 19;

  /** Points of a curve in each step from one nine to the next. */
  private static final int FINENESS = 20;

  private static final double[] READ_OUT = {0.5, 0.9, 0.99, 0.999};

  private static final List<String> LEGEND =
      List.of(
          "Solid: response time, from the planned arrival.",
          "Dashed: service time, from the real start.");

  /**
   * A model.
   *
   * @param key gives it its colour
   * @param name stands in the legend
   * @param response in seconds, not empty
   * @param service in seconds
   * @param isReference whether it is no model: another runtime, drawn in a neutral colour
   */
  public record Curve(
      String key, String name, Histogram response, Histogram service, boolean isReference) {

    /** A model. */
    public Curve(String key, String name, Histogram response, Histogram service) {
      this(key, name, response, service, false);
    }

    /** A reference beside the models. */
    public static Curve reference(String name, Histogram response, Histogram service) {
      return new Curve(name, name, response, service, true);
    }
  }

  private final String title;
  private final List<Curve> curves;
  private final HumanUnit unit;
  private final ArmStyles styles;
  private final Scale nines;
  private final Scale times;

  private NinesPlot(String title, List<Curve> curves, HumanUnit unit, ArmStyles styles) {
    this.title = title;
    this.curves = curves;
    this.unit = unit;
    this.styles = styles;
    this.nines =
        Scale.nines(curves.stream().mapToLong(c -> c.response().samples()).max().orElse(1));
    this.times =
        Scale.logarithmic(
            curves.stream()
                .flatMap(curve -> Stream.of(curve.response(), curve.service()))
                .flatMap(h -> Stream.of(h.percentile(0), h.percentile(1)))
                .map(unit::scale)
                .toList());
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param title without the unit
   * @param curves at least one
   * @param limits what it does not show, one sentence each
   */
  public static Chart draw(
      String id,
      String title,
      List<Curve> curves,
      List<String> limits,
      HumanUnit unit,
      ArmStyles styles) {
    NinesPlot plot = new NinesPlot(title + " (" + unit.label() + ")", curves, unit, styles);
    return plot.chart(id, limits);
  }

  private Chart chart(String id, List<String> limits) {
    List<String> notes = Stream.concat(LEGEND.stream(), limits.stream()).toList();
    JFreeChart chart = ChartStyle.chart(plot(), notes);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    int height = HEIGHT + NOTE * (notes.size() + 1 + curves.size() / 2);
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description());
    return new Chart(title, ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text), notes);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(ChartStyle.axis("share of requests not slower, scale of nines", nines));
    plot.setRangeAxis(ChartStyle.axis(unit.label() + ", log scale", times));
    plot.setDataset(0, all(Curve::response));
    plot.setRenderer(0, renderer(new BasicStroke(1.5f), true));
    plot.setDataset(1, all(Curve::service));
    plot.setRenderer(1, renderer(dashed(), false));
    return plot;
  }

  private static BasicStroke dashed() {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0);
  }

  private XYSeriesCollection all(Function<Curve, Histogram> times) {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < curves.size(); i++) {
      SeriesKey key = SeriesKey.of(i, curves.get(i).name(), curves.get(i).isReference());
      all.addSeries(series(key, times.apply(curves.get(i))));
    }
    return all;
  }

  /** Up to where a single sample lies beyond; there stands the greatest. */
  private XYSeries series(SeriesKey key, Histogram histogram) {
    XYSeries series = new XYSeries(key, false, true);
    double end = Math.log10(Math.max(1.0, (double) histogram.samples()));
    int steps = (int) Math.ceil(end * FINENESS);
    IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> Math.min(end, i / (double) FINENESS))
        .forEach(place -> add(series, place, histogram.percentile(1 - Math.pow(10, -place))));
    add(series, end, histogram.percentile(1));
    return series;
  }

  private void add(XYSeries series, double place, double seconds) {
    double y = times.place(unit.scale(seconds));
    if (Double.isFinite(y)) {
      series.add(place, y);
    }
  }

  private XYLineAndShapeRenderer renderer(BasicStroke stroke, boolean inLegend) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setDefaultSeriesVisibleInLegend(inLegend);
    for (int i = 0; i < curves.size(); i++) {
      renderer.setSeriesPaint(i, styles.solid(curves.get(i).key(), curves.get(i).isReference()));
      renderer.setSeriesStroke(i, stroke);
    }
    return renderer;
  }

  private String description() {
    return curves.stream().map(this::described).collect(Collectors.joining("; "));
  }

  private String described(Curve curve) {
    return Arrays.stream(READ_OUT)
        .filter(curve.response()::reachesBeyond)
        .mapToObj(f -> PercentilePlot.label(f) + " " + text(curve.response().percentile(f)))
        .collect(Collectors.joining(", ", curve.name() + ": ", ""));
  }

  private String text(double seconds) {
    return Digits.of(unit.scale(seconds));
  }
}
