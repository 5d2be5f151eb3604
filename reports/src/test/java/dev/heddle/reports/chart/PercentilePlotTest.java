package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.LatencyPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PercentilePlotTest {

  private static final HumanUnit MILLIS = new HumanUnit("ms", 1e-3);

  @Test
  void latencyIsDrawnToScaleFromZero() throws Exception {
    Chart chart = draw(point(0.5, 1e-3), point(0.9, 2e-3), point(0.99, 3e-3));

    List<Element> slopes =
        Svg.of(chart).all("line", "s-m0").stream().filter(line -> rise(line) > 1).toList();
    assertThat(slopes).hasSize(2);
    assertThat(rise(slopes.get(0))).isCloseTo(rise(slopes.get(1)), within(0.5));
  }

  @Test
  void percentilesAreNamedAndTheScaleIsDisclosed() throws Exception {
    Chart chart = draw(point(0.5, 1e-3), point(0.999, 2e-3), point(1, 3e-3));

    assertThat(Svg.of(chart).root().getTextContent())
        .contains("p50", "p99.9", "max", "not to scale", "No intervals");
    assertThat(chart.limits()).hasSize(2);
  }

  @Test
  void whatIsLeftOutIsSaid() {
    Chart chart =
        PercentilePlot.draw(
            "id",
            List.of(new PercentilePlot.Curve("A", "A", List.of(point(0.5, 1)))),
            MILLIS,
            13,
            new ArmStyles());

    assertThat(chart.limits()).contains("The best 1; the data have 13 more.");
  }

  private static double rise(Element line) {
    return Math.abs(Svg.number(line, "y1") - Svg.number(line, "y2"));
  }

  private static LatencyPoint point(double fraction, double seconds) {
    return new LatencyPoint(fraction, Estimate.ofScore(seconds));
  }

  private static Chart draw(LatencyPoint... points) {
    return PercentilePlot.draw(
        "id",
        List.of(new PercentilePlot.Curve("A", "A", List.of(points))),
        MILLIS,
        0,
        new ArmStyles());
  }
}
