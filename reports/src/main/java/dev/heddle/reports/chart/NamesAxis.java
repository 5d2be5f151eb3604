package dev.heddle.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/** Names along an axis; a line feed in a name begins its second line. */
final class NamesAxis extends SymbolAxis {

  @Serial private static final long serialVersionUID = 1;

  private static final String SEPARATOR = " · ";

  /** Of the distance between names; half a line of text. */
  private static final double HALF_LINE = 0.19;

  NamesAxis(List<String> names) {
    super(null, names.toArray(String[]::new));
  }

  /** A name of parts that are joined by dots, the first line as full as it may be. */
  static String inTwoLines(String name, int most) {
    int end = name.length() <= most ? -1 : name.lastIndexOf(SEPARATOR, most);
    if (end < 0) {
      return ChartStyle.shortened(name, most);
    }
    String second = name.substring(end + SEPARATOR.length());
    return name.substring(0, end) + "\n" + ChartStyle.shortened(second, most);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    List<Tick> ticks = new ArrayList<>();
    for (Object each : super.refreshTicks(graphics, state, area, edge)) {
      NumberTick tick = (NumberTick) each;
      String[] lines = tick.getText().split("\n", 2);
      for (int line = 0; line < lines.length; line++) {
        double from = lines.length == 1 ? 0 : (2 * line - 1) * HALF_LINE;
        ticks.add(moved(tick, from, lines[line]));
      }
    }
    return ticks;
  }

  private static NumberTick moved(NumberTick tick, double by, String text) {
    return new NumberTick(
        tick.getValue() + by,
        text,
        tick.getTextAnchor(),
        tick.getRotationAnchor(),
        tick.getAngle());
  }
}
