package dev.heddle.reports.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The one look that all charts have. */
final class ChartStyle {

  /** Stands below a chart that has one. */
  static final String GREY_IS_A_REFERENCE = "Grey: a reference from another runtime, not ranked.";

  static final int WIDTH = 400;

  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  /** On a log axis a tick unit counts exponents. */
  private static final NumberTickUnit DECADES = new NumberTickUnit(1);

  private static final BasicStroke HAIRLINE = new BasicStroke(1f);

  private ChartStyle() {}

  static ValueAxis valueAxis(HumanUnit unit, ValueRange range) {
    String label = range.logarithmic() ? unit.label() + ", log scale" : unit.label();
    NumberAxis linear = new NumberAxis(label);
    linear.setAutoRangeIncludesZero(true);
    linear.setNumberFormatOverride(plainNumbers());
    LogAxis log = new LogAxis(label);
    log.setNumberFormatOverride(plainNumbers());
    log.setTickUnit(DECADES);
    ValueAxis axis = range.logarithmic() ? log : linear;
    axis.setRange(range.low(), range.high());
    styled(axis);
    axis.setLabelInsets(new RectangleInsets(6, 0, 0, 0));
    return axis;
  }

  static NumberAxis axis(String label, Scale scale) {
    NumberAxis axis = new ScaleAxis(label, scale);
    styled(axis);
    axis.setLabelInsets(new RectangleInsets(6, 0, 0, 0));
    return axis;
  }

  static SymbolAxis names(List<String> names) {
    SymbolAxis axis = new NamesAxis(names);
    styled(axis);
    axis.setGridBandsVisible(false);
    axis.setAxisLineVisible(false);
    axis.setTickLabelPaint(Ink.TEXT);
    axis.setRange(-0.6, names.size() - 0.4);
    return axis;
  }

  /** Names along an axis, the first one on top. */
  static SymbolAxis downwards(List<String> labels) {
    SymbolAxis axis = names(labels);
    axis.setInverted(true);
    return axis;
  }

  static void plain(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(Ink.GRID);
    plot.setDomainGridlineStroke(HAIRLINE);
    plot.setRangeGridlinePaint(Ink.GRID);
    plot.setRangeGridlineStroke(HAIRLINE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setInsets(new RectangleInsets(2, 2, 2, 10));
  }

  static JFreeChart chart(XYPlot plot, List<String> notes) {
    JFreeChart chart = new JFreeChart(null, LABEL, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setTextAntiAlias(true);
    for (String note : notes.reversed()) { // They are laid out from the lower edge upwards.
      TextTitle line = new TextTitle(note, SMALL);
      line.setPaint(Ink.MUTED);
      line.setPosition(RectangleEdge.BOTTOM);
      line.setHorizontalAlignment(HorizontalAlignment.LEFT);
      line.setPadding(3, 4, 0, 4);
      chart.addSubtitle(line);
    }
    return chart;
  }

  static LegendTitle legend(LegendItemSource source) {
    LegendTitle legend = new LegendTitle(source);
    legend.setItemFont(SMALL);
    legend.setItemPaint(Ink.TEXT);
    legend.setBackgroundPaint(null);
    legend.setPosition(RectangleEdge.TOP);
    legend.setItemLabelPadding(new RectangleInsets(2, 2, 2, 8));
    return legend;
  }

  static String shortened(String name, int most) {
    return name.length() <= most ? name : name.substring(0, most - 1) + "…";
  }

  /** Both ends of a name: names of one run often differ at their end only. */
  static String shortenedInTheMiddle(String name, int most) {
    int head = most / 2;
    return name.length() <= most
        ? name
        : name.substring(0, head) + "…" + name.substring(name.length() - (most - head - 1));
  }

  private static void styled(ValueAxis axis) {
    axis.setTickLabelFont(LABEL);
    axis.setTickLabelPaint(Ink.MUTED);
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(Ink.TEXT);
    axis.setAxisLinePaint(Ink.GRID);
    axis.setTickMarksVisible(false);
    if (axis instanceof LogAxis log) {
      log.setMinorTickMarksVisible(false);
    }
  }

  private static DecimalFormat plainNumbers() {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }
}
