package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.chart.RatePlot.Curve;
import dev.heddle.reports.chart.RatePlot.Fork;
import dev.heddle.reports.chart.RatePlot.Frame;
import dev.heddle.reports.chart.RatePlot.Point;
import dev.heddle.reports.chart.RatePlot.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class RatePlotTest {

  private static final Frame FRAME = new Frame("p99 (ms)", "ms, log scale", Values.LOG, List.of());

  @Test
  void equalRatiosAreEqualDistancesOnBothScales() throws Exception {
    Svg svg = Svg.of(draw(valid(10, 1), valid(100, 10), valid(1000, 100)));

    List<Element> lines = svg.all("line", "s-m0").stream().filter(RatePlotTest::slopes).toList();
    assertThat(lines).hasSize(2);
    assertThat(width(lines.get(0))).isCloseTo(width(lines.get(1)), within(0.5));
    assertThat(height(lines.get(0))).isCloseTo(height(lines.get(1)), within(0.5));
    assertThat(svg.root().getTextContent()).contains("offered rate (1/s), log scale", "1,000");
  }

  @Test
  void eachForkIsASmallMarkBesideItsPoint() throws Exception {
    Point point = new Point(50, 10, true, List.of(new Fork(9, true), new Fork(12, true)));

    Svg svg = Svg.of(draw(point));

    assertThat(svg.all("path", "f-m0")).as("legend, point and two forks").hasSize(4);
    assertThat(svg.all("path", "s-m0")).as("the legend's line; nothing hollow").hasSize(1);
  }

  @Test
  void whatIsNotValidIsHollowAndNoLineLeadsThere() throws Exception {
    Chart chart = draw(valid(50, 10), new Point(400, 20, false, List.of(new Fork(20, false))));

    Svg svg = Svg.of(chart);
    assertThat(svg.all("line", "s-m0")).noneMatch(RatePlotTest::slopes);
    assertThat(svg.all("path", "s-m0")).as("the legend's line, point and fork").hasSize(3);
    assertThat(chart.limits())
        .containsExactly("Large and hollow: no fork is valid; the table says why.");
  }

  @Test
  void noLineLeadsPastWhatIsNotValid() throws Exception {
    Svg svg = Svg.of(draw(valid(50, 10), new Point(100, 20, false, List.of()), valid(150, 30)));

    assertThat(svg.all("line", "s-m0")).noneMatch(RatePlotTest::slopes);
    assertThat(svg.all("path", "f-m0")).as("legend and two points").hasSize(3);
  }

  @Test
  void whatHasNoPlaceOnALogScaleIsNotDrawn() throws Exception {
    Svg svg = Svg.of(draw(valid(50, 10), valid(60, 0), valid(70, Double.NaN)));

    assertThat(svg.all("path", "f-m0")).as("legend and point").hasSize(2);
  }

  @Test
  void theFiguresAreReadOut() {
    assertThat(draw(valid(50, 10), valid(400, 25)).svg())
        .contains("virtual threads: 10.0 at 50/s, 25.0 at 400/s");
  }

  @Test
  void theBestRateOfACurveIsRinged() throws Exception {
    Svg svg = Svg.of(draw(FRAME, OptionalDouble.of(100), valid(50, 10), valid(100, 20)));

    assertThat(svg.all("path", "s-m0")).as("the legend's line and the ring").hasSize(2);
  }

  @Test
  void aLimitLiesAcrossTheChartWithinItsScale() throws Exception {
    Frame frame =
        new Frame(
            "p99 (ms)",
            "ms, log scale",
            Values.LOG,
            Optional.of(new RatePlot.Limit(500, "objective: 500 ms")),
            List.of());

    Svg svg = Svg.of(draw(frame, OptionalDouble.empty(), valid(50, 10), valid(100, 20)));

    assertThat(svg.root().getTextContent()).contains("objective: 500 ms");
    assertThat(svg.all("line", "s-muted"))
        .anyMatch(line -> line.hasAttribute("stroke-dasharray") && Svg.number(line, "y1") > 0);
  }

  private static Chart draw(Point... points) {
    return draw(FRAME, OptionalDouble.empty(), points);
  }

  private static Chart draw(Frame frame, OptionalDouble best, Point... points) {
    return RatePlot.draw(
        "id",
        frame,
        List.of(new Curve("X", "virtual threads", best, Arrays.asList(points))),
        new ArmStyles());
  }

  private static Point valid(double rate, double value) {
    return new Point(rate, value, true, List.of());
  }

  private static boolean slopes(Element line) {
    return height(line) > 1;
  }

  private static double height(Element line) {
    return Math.abs(Svg.number(line, "y1") - Svg.number(line, "y2"));
  }

  private static double width(Element line) {
    return Math.abs(Svg.number(line, "x1") - Svg.number(line, "x2"));
  }
}
