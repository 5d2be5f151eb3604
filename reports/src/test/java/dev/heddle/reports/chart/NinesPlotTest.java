package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Histogram;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NinesPlotTest {

  private static final HumanUnit MILLIS = new HumanUnit("ms", 1e-3);
  private static final Histogram RESPONSE =
      Histogram.of(new TreeMap<>(Map.of(0.001, 900L, 0.010, 95L, 0.1, 5L)));
  private static final Histogram SERVICE =
      Histogram.of(new TreeMap<>(Map.of(0.001, 950L, 0.010, 45L, 0.05, 5L)));

  @Test
  void responseIsSolidAndServiceDashed() throws Exception {
    Svg svg = Svg.of(draw());

    assertThat(svg.all("path", "s-m0"))
        .extracting(path -> path.getAttribute("stroke-dasharray").isEmpty())
        .as("legend, response, service")
        .containsExactlyInAnyOrder(true, true, false);
    assertThat(svg.root().getTextContent()).contains("Solid: response", "Dashed: service");
  }

  @Test
  void theAxisCountsNines() throws Exception {
    assertThat(Svg.of(draw()).root().getTextContent()).contains("minp50p90p99p99.9");
  }

  @Test
  void percentilesThatTheSamplesReachAreReadOut() {
    assertThat(draw().svg()).contains("A: p50 1.00, p90 1.00, p99 10.0, p99.9 100<");
  }

  private static Chart draw() {
    return NinesPlot.draw(
        "id",
        "Percentiles",
        List.of(new NinesPlot.Curve("A", "A", RESPONSE, SERVICE)),
        List.of(),
        MILLIS,
        new ArmStyles());
  }
}
