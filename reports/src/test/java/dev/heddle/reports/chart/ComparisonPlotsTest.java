package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ComparisonPlotsTest {

  private static final Interval BAND = new Interval(1 / 1.03, 1.03);
  private static final HumanUnit MICROS = new HumanUnit("µs", 1e-6);

  @Test
  void intervalsStandOnALogAxisWithTheBandAroundOne() throws Exception {
    Svg svg =
        Svg.of(
            forest(
                row("up", Verdict.SLOWER, 2, 1.9, 2 * 2 / 1.9),
                row("down", Verdict.FASTER, 0.5, 0.45, 0.55)));

    Element band = svg.all("rect", "f-grid").getFirst();
    double one = Svg.number(band, "x") + Svg.number(band, "width") / 2;
    Element up = svg.all("line", "s-m1").getFirst();
    Element down = svg.all("line", "s-m0").getFirst();
    double two = (Svg.number(up, "x1") + Svg.number(up, "x2")) / 2;
    double perUnit = (two - one) / Math.log(2);
    assertThat(perUnit).isPositive();
    assertThat(Svg.number(down, "x1")).isCloseTo(one + perUnit * Math.log(0.45), within(1.0));
    assertThat(Svg.number(down, "x2")).isCloseTo(one + perUnit * Math.log(0.55), within(1.0));
  }

  @Test
  void aForbiddenVerdictIsHollow() throws Exception {
    Svg svg =
        Svg.of(forest(row("a", Verdict.INVALID, 1.1, 1, 1.2), row("b", Verdict.SAME, 1, 1, 1)));

    assertThat(svg.all("path", "f-m6")).isEmpty();
    assertThat(svg.all("rect", "f-m6")).isEmpty();
    assertThat(svg.all("path", "f-m2")).isNotEmpty();
  }

  @Test
  void whatReachesBeyondTheAxisIsCutAndSaid() throws Exception {
    Chart chart =
        forest(
            row("wide", Verdict.INCONCLUSIVE, 1, 0, Double.POSITIVE_INFINITY),
            row("far", Verdict.SLOWER, 1e200, 1e199, 1e201),
            row("tiny", Verdict.FASTER, 1e-200, 1e-201, 1e-199),
            new ForestPlot.Row(
                "none", Verdict.INVALID, OptionalDouble.empty(), Optional.empty(), true));

    assertThat(chart.limits())
        .contains(
            "An interval reaches beyond the axis: see the table.",
            "3 of 4: no ratio, or one beyond the axis.",
            "Where more is better (ops/s), above 1 is the better side.");
    assertThat(chart.svg()).doesNotContain("NaN", "Infinity", "style=", "rgb(", "clip-path");
    assertThat(Svg.of(chart).all("line", "s-m4"))
        .allMatch(line -> Svg.number(line, "x2") <= ChartStyle.WIDTH);
  }

  @Test
  void whatIsLeftOutIsCountedAndNamesAreEscaped() throws Exception {
    Chart chart =
        ForestPlot.draw(
            "id",
            List.of(row("<script>" + "x".repeat(9_000) + "</script>", Verdict.SAME, 1, 1, 1)),
            BAND,
            7);

    assertThat(chart.limits()).contains("The 1 that matter most; the table has 7 more.");
    assertThat(chart.svg()).doesNotContain("<script").hasSizeLessThan(10_000);
    assertThat(Svg.of(chart).root().getElementsByTagName("desc").item(0).getTextContent())
        .endsWith("</script> 1.00, same");
  }

  @Test
  void everyForkOfBothSidesIsAPointInOrder() throws Exception {
    Chart chart =
        ForkOrderPlot.draw("id", List.of(1e-6, 1.1e-6, 1.2e-6), List.of(1e-6, 1e-6), MICROS);

    Svg svg = Svg.of(chart);
    assertThat(svg.all("path", "f-m5")).as("forks and the legend").hasSize(3);
    assertThat(svg.root().getTextContent())
        .contains("base: 1.00, 1.10, 1.20; candidate: 1.00, 1.00")
        .contains("The axis does not start at zero.");
    assertThat(
            ForkOrderPlot.draw("id", List.of(0.0, 1e-320), List.of(Double.NaN, 1e300), MICROS)
                .svg())
        .doesNotContain("NaN\"", "Infinity\"");
    assertThat(ForkOrderPlot.draw("id", List.of(), List.of(1.0), MICROS).svg()).contains("<svg");
  }

  @Test
  void aShiftIsDrawnPercentileByPercentile() throws Exception {
    Chart chart =
        ShiftPlot.draw(
            "id",
            List.of(
                new ShiftPlot.Point(0.5, 1, Optional.of(new Interval(0.9, 1.1))),
                new ShiftPlot.Point(0.99, 2, Optional.of(new Interval(1e-9, 1e9))),
                new ShiftPlot.Point(0.999, 3, Optional.empty())));

    assertThat(Svg.of(chart).root().getTextContent())
        .contains("p50 1.00, p99 2.00, p99.9 3.00")
        .contains("from fork to fork");
    assertThat(chart.svg()).doesNotContain("NaN", "Infinity");
  }

  private static Chart forest(ForestPlot.Row... rows) {
    return ForestPlot.draw("id", List.of(rows), BAND, 0);
  }

  private static ForestPlot.Row row(
      String label, Verdict verdict, double ratio, double low, double high) {
    return new ForestPlot.Row(
        label, verdict, OptionalDouble.of(ratio), Optional.of(new Interval(low, high)), false);
  }
}
