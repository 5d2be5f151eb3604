package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.chart.FanOutPlot.Curve;
import dev.heddle.reports.chart.FanOutPlot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FanOutPlotTest {

  @Test
  void aPowerIsAStraightLine() throws Exception {
    Svg svg = Svg.of(draw(List.of(), point(10, 4), point(100, 40), point(1000, 400)));

    List<Element> lines = svg.all("line", "s-m0").stream().filter(FanOutPlotTest::slopes).toList();
    assertThat(lines).hasSize(2);
    assertThat(slope(lines.get(0))).isCloseTo(slope(lines.get(1)), within(0.01));
  }

  @Test
  void theBoundIsADashedLineBelowAndIsNamed() throws Exception {
    Chart chart = draw(List.of(point(10, 1), point(100, 10)), point(10, 4), point(100, 40));

    Svg svg = Svg.of(chart);
    assertThat(svg.all("line", "s-muted"))
        .filteredOn(line -> line.hasAttribute("stroke-dasharray"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(Svg.number(line, "y1"))
                    .isGreaterThan(
                        svg.all("line", "s-m0").stream()
                            .filter(FanOutPlotTest::slopes)
                            .mapToDouble(score -> Svg.number(score, "y1"))
                            .max()
                            .orElseThrow()));
    assertThat(chart.limits()).contains("Dashed: what arithmetic says it takes at least.");
  }

  @Test
  void forksAreSmallMarksAndWhatHasNoPlaceIsNotDrawn() throws Exception {
    Svg svg =
        Svg.of(
            draw(
                List.of(),
                new Point(10, 4, List.of(3.0, 5.0)),
                new Point(100, Double.NaN, List.of(0.0))));

    assertThat(svg.all("path", "f-m0")).as("legend and one point").hasSize(2);
    assertThat(svg.all("path", "s-m0")).as("the legend's line and two forks").hasSize(3);
  }

  @Test
  void theFiguresAreReadOut() {
    assertThat(draw(List.of(), point(10, 4), point(1000, 400)).svg())
        .contains("virtual threads: 4.00 µs at 10, 400 µs at 1,000");
  }

  private static Chart draw(List<Point> bound, Point... points) {
    return FanOutPlot.draw(
        "id",
        "Gather, time",
        "µs",
        List.of(new Curve("X", "virtual threads", List.of(points))),
        bound,
        new ArmStyles());
  }

  private static Point point(int fanOut, double value) {
    return new Point(fanOut, value, List.of());
  }

  private static boolean slopes(Element line) {
    return Math.abs(Svg.number(line, "y1") - Svg.number(line, "y2")) > 1;
  }

  private static double slope(Element line) {
    return (Svg.number(line, "y2") - Svg.number(line, "y1"))
        / (Svg.number(line, "x2") - Svg.number(line, "x1"));
  }
}
