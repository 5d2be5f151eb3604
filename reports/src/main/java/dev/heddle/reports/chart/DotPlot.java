package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Doubt;
import dev.heddle.reports.stats.Estimate;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * One line per contestant: every fork a point (top to bottom in order of execution), below them the
 * estimate's mark with its interval, and behind both a bar from zero.
 */
public final class DotPlot {

  private static final int LONGEST_NAME = 26;
  private static final int ROW = 44;
  private static final int FRAME = 54;
  private static final int NOTE = 19;
  private static final double LANE = 0.17;
  private static final double BAR = 0.36;

  private final List<Row> rows;
  private final HumanUnit unit;
  private final ArmStyles styles;
  private final ValueRange range;

  private DotPlot(List<Row> rows, HumanUnit unit, ArmStyles styles) {
    this.rows = rows;
    this.unit = unit;
    this.styles = styles;
    this.range = ValueRange.of(rows.stream().map(Row::estimate).toList(), unit, true);
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param quantity names the value axis, without its unit
   * @param rows contestants from top to bottom, never empty
   */
  public static Chart draw(
      String id, String quantity, List<Row> rows, HumanUnit unit, ArmStyles styles) {
    return new DotPlot(rows, unit, styles).chart(id, quantity);
  }

  private Chart chart(String id, String quantity) {
    String title = quantity + " (" + unit.label() + ")";
    List<String> limits = limits();
    int height = FRAME + ROW * rows.size() + NOTE * limits.size();
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description());
    String svg =
        ThemedSvg.draw(ChartStyle.chart(plot(), limits), ChartStyle.WIDTH, height, id, text);
    return new Chart(title, svg, limits);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(ChartStyle.valueAxis(unit, range));
    plot.setRangeAxis(ChartStyle.downwards(rows.stream().map(DotPlot::nameLabel).toList()));
    plot.setRangeAxis(1, ChartStyle.downwards(rows.stream().map(this::valueLabel).toList()));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    plot.setRangeGridlinesVisible(false);
    plot.setDataset(0, estimates());
    plot.setRenderer(0, estimateRenderer());
    plot.setDataset(1, forks());
    plot.setRenderer(1, forkRenderer());
    return plot;
  }

  /** What a reference is takes two lines; a contestant has one. */
  private static String nameLabel(Row row) {
    return row.isReference()
        ? NamesAxis.inTwoLines(row.name(), LONGEST_NAME)
        : ChartStyle.shortened(row.name(), LONGEST_NAME);
  }

  private String valueLabel(Row row) {
    return Digits.of(unit.scale(row.estimate().value()));
  }

  private XYSeriesCollection forks() {
    XYSeriesCollection all = new XYSeriesCollection();
    for (int i = 0; i < rows.size(); i++) {
      XYSeries series = new XYSeries(i, false, true);
      List<Double> forks = rows.get(i).estimate().forks();
      for (int fork = 0; fork < forks.size(); fork++) {
        if (Double.isFinite(forks.get(fork))) {
          double spread = forks.size() == 1 ? 0.5 : fork / (forks.size() - 1.0);
          series.add(unit.scale(forks.get(fork)), i - LANE + (spread - 0.5) * LANE);
        }
      }
      all.addSeries(series);
    }
    return all;
  }

  private XYLineAndShapeRenderer forkRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDefaultShapesFilled(false);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      renderer.setSeriesShape(i, styles.mark(row, 2.6));
      renderer.setSeriesPaint(i, styles.solid(row));
      renderer.setSeriesStroke(i, new BasicStroke(1.1f));
    }
    return renderer;
  }

  private XYIntervalSeriesCollection estimates() {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (int i = 0; i < rows.size(); i++) {
      XYIntervalSeries series = new XYIntervalSeries(i);
      Estimate estimate = rows.get(i).estimate();
      if (Double.isFinite(estimate.value())) {
        double x = unit.scale(estimate.value());
        double low = estimate.interval().map(v -> range.clamp(unit.scale(v.low()))).orElse(x);
        double high = estimate.interval().map(v -> range.clamp(unit.scale(v.high()))).orElse(x);
        double y = i + LANE;
        series.add(x, low, high, y, y, y);
      }
      all.addSeries(series);
    }
    return all;
  }

  private XYErrorRenderer estimateRenderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(false);
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(new BasicStroke(1.8f));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      renderer.setSeriesShape(i, styles.mark(row, 4.6));
      renderer.setSeriesPaint(i, styles.solid(row));
      if (!range.logarithmic()) {
        addBar(renderer, i);
      }
    }
    return renderer;
  }

  /** The first corner must be the lower one on the screen, or the box counts as empty. */
  private void addBar(XYErrorRenderer renderer, int i) {
    double value = unit.scale(rows.get(i).estimate().value());
    if (Double.isFinite(value)) {
      renderer.addAnnotation(
          new XYBoxAnnotation(
              Math.min(0, value),
              i + BAR,
              Math.max(0, value),
              i - BAR,
              new BasicStroke(0f),
              null,
              styles.tint(rows.get(i))),
          Layer.BACKGROUND);
    }
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    if (range.logarithmic()) {
      limits.add("Log scale: distances are ratios, and there is no zero.");
    }
    if (rows.stream().anyMatch(Row::isReference)) {
      limits.add(ChartStyle.GREY_IS_A_REFERENCE);
    }
    boolean cut =
        rows.stream()
            .flatMap(row -> row.estimate().interval().stream())
            .anyMatch(interval -> !range.holds(interval.map(unit::scale)));
    if (cut) {
      limits.add("An interval reaches beyond the axis: see the table.");
    }
    rows.stream()
        .filter(row -> row.estimate().doubt() != Doubt.NONE)
        .collect(Collectors.groupingBy(row -> row.estimate().doubt()))
        .forEach((doubt, of) -> limits.add(limit(doubt, of)));
    return limits;
  }

  private String limit(Doubt doubt, List<Row> of) {
    String whom = of.size() == rows.size() ? "All" : of.size() + " of " + rows.size();
    boolean drawable = of.stream().allMatch(row -> Double.isFinite(row.estimate().value()));
    String drawn = drawable ? "." : ", not drawn.";
    return whom + ": " + doubt.words() + drawn;
  }

  private String description() {
    return rows.stream()
        .limit(12)
        .map(row -> row.name() + " " + valueLabel(row) + " " + unit.label())
        .collect(Collectors.joining("; ", "", rows.size() > 12 ? "; and more in the table" : ""));
  }
}
