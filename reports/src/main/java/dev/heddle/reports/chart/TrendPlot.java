package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Estimate;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** One cell over many runs: estimates with their intervals, in the order of the runs. */
public final class TrendPlot {

  private static final int HEIGHT = 230;
  private static final int NOTE = 19;
  private static final Color COLOUR = Ink.model(0);

  private final List<Optional<Estimate>> points;
  private final SortedSet<Integer> changes;
  private final HumanUnit unit;
  private final ValueRange range;

  private TrendPlot(List<Optional<Estimate>> points, SortedSet<Integer> changes, HumanUnit unit) {
    this.points =
        points.stream()
            .map(point -> point.filter(estimate -> Double.isFinite(estimate.value())))
            .toList();
    this.changes = changes;
    this.unit = unit;
    this.range = ValueRange.of(this.points.stream().flatMap(Optional::stream).toList(), unit, true);
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param name of the cell
   * @param points one for each run, in the quantity's base unit; empty leaves a gap
   * @param changes indices of runs before which the environment changed: no line leads there
   */
  public static Chart draw(
      String id,
      String name,
      List<Optional<Estimate>> points,
      SortedSet<Integer> changes,
      HumanUnit unit) {
    return new TrendPlot(points, changes, unit).chart(id, name);
  }

  private Chart chart(String id, String name) {
    String title = name + " (" + unit.label() + ")";
    List<String> notes = notes();
    JFreeChart chart = ChartStyle.chart(plot(), notes);
    int height = HEIGHT + NOTE * notes.size();
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description());
    return new Chart(title, ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text), notes);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!changes.isEmpty()) {
      notes.add("Dashed: the environment changed; no ratio leads across.");
    }
    boolean cut =
        points.stream()
            .flatMap(Optional::stream)
            .flatMap(estimate -> estimate.interval().stream())
            .anyMatch(interval -> !range.holds(interval.map(unit::scale)));
    if (cut) {
      notes.add("An interval reaches beyond the axis.");
    }
    return notes;
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainGridlinesVisible(false);
    plot.setDomainAxis(ChartStyle.axis("run", Scale.steps(points.size())));
    plot.setRangeAxis(ChartStyle.valueAxis(unit, range));
    plot.setDataset(0, estimates());
    plot.setRenderer(0, marks());
    plot.setDataset(1, line());
    plot.setRenderer(1, lines());
    changes.forEach(run -> plot.addDomainMarker(marker(run)));
    return plot;
  }

  private static ValueMarker marker(int run) {
    ValueMarker marker = new ValueMarker(run + 0.5);
    marker.setPaint(Ink.MUTED);
    marker.setStroke(
        new BasicStroke(
            1.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 3}, 0));
    return marker;
  }

  private XYIntervalSeriesCollection estimates() {
    XYIntervalSeries series = new XYIntervalSeries("estimates");
    for (int i = 0; i < points.size(); i++) {
      double x = i + 1;
      points.get(i).ifPresent(estimate -> add(series, x, estimate));
    }
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    all.addSeries(series);
    return all;
  }

  private void add(XYIntervalSeries series, double x, Estimate estimate) {
    double y = range.clamp(unit.scale(estimate.value()));
    double low = estimate.interval().map(v -> range.clamp(unit.scale(v.low()))).orElse(y);
    double high = estimate.interval().map(v -> range.clamp(unit.scale(v.high()))).orElse(y);
    series.add(x, x, x, y, low, high);
  }

  private XYSeriesCollection line() {
    XYSeries series = new XYSeries("line", false, true);
    for (int i = 0; i < points.size(); i++) {
      if (changes.contains(i)) {
        series.add(i + 0.5, Double.NaN); // NaN interrupts lines.
      }
      series.add(
          i + 1, points.get(i).map(estimate -> unit.scale(estimate.value())).orElse(Double.NaN));
    }
    return new XYSeriesCollection(series);
  }

  private static XYErrorRenderer marks() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setDrawXError(false);
    renderer.setCapLength(6);
    renderer.setErrorStroke(new BasicStroke(1.5f));
    renderer.setSeriesShape(0, Mark.CIRCLE.ofRadius(4));
    renderer.setSeriesPaint(0, COLOUR);
    return renderer;
  }

  private static XYLineAndShapeRenderer lines() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setSeriesPaint(0, COLOUR);
    renderer.setSeriesStroke(0, new BasicStroke(1.5f));
    return renderer;
  }

  private String description() {
    return IntStream.range(0, points.size())
        .mapToObj(
            i ->
                "run %d: %s"
                    .formatted(
                        i + 1,
                        points
                            .get(i)
                            .map(estimate -> Digits.of(unit.scale(estimate.value())))
                            .orElse("not measured")))
        .collect(Collectors.joining("; "));
  }
}
