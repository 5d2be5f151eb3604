package dev.heddle.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis whose labels are those of a scale. */
final class ScaleAxis extends NumberAxis {

  @Serial private static final long serialVersionUID = 1;

  private final double[] places;
  private final String[] labels;

  ScaleAxis(String label, Scale scale) {
    super(label);
    this.places = scale.ticks().stream().mapToDouble(Scale.Tick::place).toArray();
    this.labels = scale.ticks().stream().map(Scale.Tick::label).toArray(String[]::new);
    setRange(scale.low(), scale.high());
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return IntStream.range(0, places.length)
        .mapToObj(
            i -> new NumberTick(TickType.MAJOR, places[i], labels[i], anchor, TextAnchor.CENTER, 0))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
