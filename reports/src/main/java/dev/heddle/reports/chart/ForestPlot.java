package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * One line per cell: the ratio of candidate to base with its interval on a log axis, a line at 1,
 * and behind them the band of what does not matter.
 */
public final class ForestPlot {

  private static final int LONGEST_LABEL = 54;
  private static final int ROW = 40;
  private static final int FRAME = 62;
  private static final int NOTE = 19;
  private static final int LEGEND = 42;
  private static final double LABEL = 0.24;
  private static final double LINE = 0.16;

  /** An interval may stretch the axis to this ratio beyond the outermost point, no further. */
  private static final double STRETCH = 2;

  /**
   * A cell.
   *
   * @param label stands over its line
   * @param verdict gives it its colour and mark
   * @param ratio candidate through base; empty where there is none
   * @param interval around the ratio
   * @param moreIsBetter whether a ratio above 1 is the better side
   */
  public record Row(
      String label,
      Verdict verdict,
      OptionalDouble ratio,
      Optional<Interval> interval,
      boolean moreIsBetter) {}

  private final List<Row> rows;
  private final Interval band;
  private final int leftOut;
  private final Scale scale;

  private ForestPlot(List<Row> rows, Interval band, int leftOut) {
    this.rows = rows;
    this.band = band;
    this.leftOut = leftOut;
    this.scale = Scale.ofRatios(spanned());
  }

  /**
   * Draws a chart.
   *
   * @param id unique in the page
   * @param rows from top to bottom, never empty
   * @param band the ratios that do not matter
   * @param leftOut how many more cells there are, which only the table has
   */
  public static Chart draw(String id, List<Row> rows, Interval band, int leftOut) {
    return new ForestPlot(rows, band, leftOut).chart(id);
  }

  /** The class of a verdict's colour, for tables. */
  public static String cssClass(Verdict verdict) {
    return "m" + VerdictStyle.of(verdict).colour();
  }

  private Chart chart(String id) {
    String title = "Candidate ÷ base";
    List<String> limits = limits();
    int height = FRAME + LEGEND + ROW * rows.size() + NOTE * limits.size();
    JFreeChart chart = ChartStyle.chart(plot(), limits);
    chart.addSubtitle(0, ChartStyle.legend(chart.getPlot()));
    ThemedSvg.Alternative text = new ThemedSvg.Alternative(title, description());
    return new Chart(title, ThemedSvg.draw(chart, ChartStyle.WIDTH, height, id, text), limits);
  }

  private XYPlot plot() {
    XYPlot plot = new XYPlot();
    ChartStyle.plain(plot);
    plot.setDomainAxis(ChartStyle.axis("candidate ÷ base, log scale", scale));
    plot.setRangeAxis(ChartStyle.downwards(rows.stream().map(row -> "").toList()));
    plot.setRangeAxis(1, ChartStyle.downwards(rows.stream().map(ForestPlot::valueLabel).toList()));
    plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
    plot.setRangeGridlinesVisible(false);
    plot.setDataset(points());
    plot.setRenderer(renderer());
    plot.addDomainMarker(
        new IntervalMarker(scale.place(band.low()), scale.place(band.high()), Ink.BAND),
        Layer.BACKGROUND);
    plot.addDomainMarker(
        new ValueMarker(scale.place(1), Ink.MUTED, new BasicStroke(1.2f)), Layer.BACKGROUND);
    for (int i = 0; i < rows.size(); i++) {
      plot.addAnnotation(label(i));
    }
    return plot;
  }

  private XYTextAnnotation label(int i) {
    String text = ChartStyle.shortenedInTheMiddle(rows.get(i).label(), LONGEST_LABEL);
    XYTextAnnotation label =
        new XYTextAnnotation(text.isEmpty() ? " " : text, scale.low(), i - LABEL);
    label.setTextAnchor(TextAnchor.CENTER_LEFT);
    label.setFont(ChartStyle.SMALL);
    label.setPaint(Ink.TEXT);
    return label;
  }

  private List<Verdict> verdicts() {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> rows.stream().anyMatch(row -> row.verdict() == verdict))
        .toList();
  }

  private XYIntervalSeriesCollection points() {
    XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
    for (Verdict verdict : verdicts()) {
      String name = verdict.name().toLowerCase(Locale.ROOT);
      XYIntervalSeries series =
          new XYIntervalSeries(new SeriesKey(all.getSeriesCount(), name), false, true);
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).verdict() == verdict && isDrawn(rows.get(i))) {
          add(series, rows.get(i), i + LINE);
        }
      }
      all.addSeries(series);
    }
    return all;
  }

  private void add(XYIntervalSeries series, Row row, double y) {
    double x = scale.place(row.ratio().orElseThrow());
    double low = row.interval().map(interval -> clamped(interval.low())).orElse(x);
    double high = row.interval().map(interval -> clamped(interval.high())).orElse(x);
    series.add(x, low, high, y, y, y);
  }

  /** The place of a ratio from 0 to infinity. */
  private double clamped(double ratio) {
    return Math.clamp(scale.place(ratio), scale.low(), scale.high());
  }

  private XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawOutlines(true);
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(new BasicStroke(1.8f));
    List<Verdict> verdicts = verdicts();
    for (int i = 0; i < verdicts.size(); i++) {
      VerdictStyle style = VerdictStyle.of(verdicts.get(i));
      renderer.setSeriesShape(i, style.mark().ofRadius(4.6));
      renderer.setSeriesPaint(i, style.solid());
      renderer.setSeriesShapesFilled(i, style.filled());
    }
    return renderer;
  }

  private boolean isDrawn(Row row) {
    return row.ratio().stream()
        .anyMatch(
            ratio ->
                ratio > 0
                    && scale.low() <= scale.place(ratio)
                    && scale.place(ratio) <= scale.high());
  }

  /** All points and the band; intervals as far as they do not dwarf them. */
  private List<Double> spanned() {
    List<Double> values = new ArrayList<>(List.of(band.low(), band.high()));
    rows.stream().flatMapToDouble(row -> row.ratio().stream()).forEach(values::add);
    double least = values.stream().filter(v -> v > 0).mapToDouble(v -> v).min().orElse(1);
    double most = values.stream().filter(Double::isFinite).mapToDouble(v -> v).max().orElse(1);
    rows.stream()
        .flatMap(row -> row.interval().stream())
        .flatMap(interval -> Stream.of(interval.low(), interval.high()))
        .map(end -> Math.clamp(end, least / STRETCH, Math.max(most * STRETCH, least / STRETCH)))
        .forEach(values::add);
    return values;
  }

  private List<String> limits() {
    List<String> limits = new ArrayList<>();
    limits.add("Shaded: what does not matter (± δ). Hollow: no verdict allowed.");
    if (leftOut > 0) {
      limits.add("The %d that matter most; the table has %d more.".formatted(rows.size(), leftOut));
    }
    if (rows.stream().anyMatch(Row::moreIsBetter)) {
      limits.add("Where more is better (ops/s), above 1 is the better side.");
    }
    long undrawn = rows.stream().filter(row -> !isDrawn(row)).count();
    if (undrawn > 0) {
      limits.add("%d of %d: no ratio, or one beyond the axis.".formatted(undrawn, rows.size()));
    }
    if (rows.stream().flatMap(row -> row.interval().stream()).anyMatch(this::isCut)) {
      limits.add("An interval reaches beyond the axis: see the table.");
    }
    return limits;
  }

  private boolean isCut(Interval interval) {
    return scale.place(interval.low()) < scale.low() || scale.place(interval.high()) > scale.high();
  }

  private static String valueLabel(Row row) {
    return row.ratio().isPresent() ? Digits.of(row.ratio().getAsDouble()) : "–";
  }

  private String description() {
    return rows.stream()
        .limit(12)
        .map(
            row ->
                "%s %s, %s"
                    .formatted(
                        ChartStyle.shortenedInTheMiddle(row.label(), 2 * LONGEST_LABEL),
                        valueLabel(row),
                        row.verdict().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("; ", "", rows.size() > 12 ? "; and more in the table" : ""));
  }
}
