package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Interval;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DotPlotTest {

  private static final double PIXEL = 0.5;
  private static final HumanUnit MICROS = new HumanUnit("µs", 1e-6);

  @Test
  void barsStartAtZeroAndAreAsLongAsTheirValues() throws Exception {
    Svg svg = Svg.of(draw(row("A", 10e-6), row("B", 20e-6), row("C", 5e-6)));

    Element ten = svg.all("rect", "f-m0").getFirst();
    Element twenty = svg.all("rect", "f-m1").getFirst();
    Element five = svg.all("rect", "f-m2").getFirst();
    assertThat(Svg.number(ten, "x")).isEqualTo(Svg.number(twenty, "x"));
    assertThat(Svg.number(twenty, "width")).isCloseTo(2 * Svg.number(ten, "width"), within(PIXEL));
    assertThat(Svg.number(five, "width")).isCloseTo(Svg.number(ten, "width") / 2, within(PIXEL));
  }

  @Test
  void aReferenceIsGreyBesideContestantsAndHasTwoLinesOfName() throws Exception {
    Chart chart =
        draw(
            row("A", 10e-6),
            Row.reference(
                "asyncio · aiohttp 3.8.4 · uvloop · CPython 3.11.2",
                Estimate.ofForks(List.of(20e-6))));

    Svg svg = Svg.of(chart);

    assertThat(svg.all("rect", "f-reference")).isNotEmpty();
    assertThat(Svg.number(svg.all("rect", "f-reference").getFirst(), "width"))
        .isCloseTo(2 * Svg.number(svg.all("rect", "f-m0").getFirst(), "width"), within(PIXEL));
    assertThat(chart.svg()).contains(">asyncio · aiohttp 3.8.4<", ">uvloop · CPython 3.11.2<");
    assertThat(chart.limits()).contains("Grey: a reference from another runtime, not ranked.");
  }

  @Test
  void theIntervalIsDrawnToTheBarsScaleAndEveryForkIsAPoint() throws Exception {
    Row row = row("A", 9e-6, 10e-6, 11e-6, 10e-6, 10.5e-6);

    Svg svg = Svg.of(draw(row));

    Element bar = svg.all("rect", "f-m0").getFirst();
    double zero = Svg.number(bar, "x");
    double perMicro = Svg.number(bar, "width") / (row.estimate().value() * 1e6);
    Interval interval = row.estimate().interval().orElseThrow();
    Element line = svg.all("line", "s-m0").getFirst();
    assertThat(Svg.number(line, "x1"))
        .isCloseTo(zero + interval.low() * 1e6 * perMicro, within(PIXEL));
    assertThat(Svg.number(line, "x2"))
        .isCloseTo(zero + interval.high() * 1e6 * perMicro, within(PIXEL));
    assertThat(svg.all("path", "s-m0")).as("forks").hasSize(5);
    assertThat(svg.all("path", "f-m0")).as("the estimate").hasSize(1);
  }

  @Test
  void farApartValuesGetALogScaleAndTheChartSaysSo() throws Exception {
    Chart chart = draw(row("A", 10e-6), row("B", 100e-6), row("C", 1000e-6));

    Svg svg = Svg.of(chart);

    assertThat(svg.all("rect", "f-m0")).as("bars without a zero would lie").isEmpty();
    double a = centre(svg, "f-m0");
    double b = centre(svg, "f-m1");
    double c = centre(svg, "f-m2");
    assertThat(b - a).isPositive().isCloseTo(c - b, within(1.0));
    assertThat(svg.root().getTextContent()).contains("µs, log scale").contains("there is no zero");
    assertThat(chart.limits()).anyMatch(limit -> limit.startsWith("Log scale"));
  }

  @Test
  void whatCannotBeDrawnIsSaid() throws Exception {
    Chart chart = draw(row("A", Double.NaN), row("B", 5e-6), row("C", Double.POSITIVE_INFINITY));

    assertThat(chart.limits())
        .containsExactlyInAnyOrder(
            "2 of 3: not a finite number, not drawn.", "1 of 3: one fork: no interval.");
    assertThat(Svg.of(chart).root().getTextContent()).contains("not drawn");
  }

  @Test
  void anIntervalBeyondTheAxisIsCutAndSaid() throws Exception {
    Chart chart = draw(row("A", 1e-6, 3e-6));

    Svg svg = Svg.of(chart);

    assertThat(chart.limits())
        .containsExactly("An interval reaches beyond the axis: see the table.");
    assertThat(svg.all("line", "s-m0"))
        .allMatch(line -> Svg.number(line, "x2") <= ChartStyle.WIDTH);
  }

  @Test
  void negativeZeroAndOnlyUndrawableValuesStillMakeAChart() throws Exception {
    assertThat(Svg.of(draw(row("A", -5e-6), row("B", 0))).all("rect", "f-m0")).hasSize(1);
    assertThat(Svg.of(draw(row("A", Double.NaN))).all("rect", "f-m0")).isEmpty();
    assertThat(Svg.of(draw(row("A", 0))).root().getAttribute("viewBox")).isNotEmpty();
  }

  @Test
  void namesAreEscapedAndShortened() throws Exception {
    Chart chart = draw(new Row("A", "<script>alert(1)</script>".repeat(400), one(1)));

    assertThat(chart.svg()).doesNotContain("<script");
    assertThat(Svg.of(chart).root().getTextContent()).contains("<script>alert(1)</script>…");
  }

  @Test
  void theThemeRulesEveryColourAndNoStyleAttributeIsLeft() {
    String svg = draw(row("A", 1e-6, 2e-6), row("B", 1e-6, 4e-6)).svg();

    assertThat(svg).doesNotContain("style=").doesNotContain("rgb(").doesNotContain("clip-path");
  }

  @Test
  void aReaderWhoCannotSeeItHearsTheNumbers() throws Exception {
    Svg svg = Svg.of(draw(row("A", 10e-6), row("B", 20e-6)));

    assertThat(svg.root().getAttribute("role")).isEqualTo("img");
    assertThat(svg.root().getAttribute("aria-labelledby")).isEqualTo("id-t id-d");
    assertThat(svg.root().getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("Time (µs)");
    assertThat(svg.root().getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo("A 10.0 µs; B 20.0 µs");
  }

  @Test
  void heddlesModelsKeepTheirColoursWhateverElseIsThere() {
    ArmStyles styles = new ArmStyles();

    assertThat(styles.colourOf("something")).isZero();
    assertThat(styles.colourOf("other")).isEqualTo(1);
    assertThat(styles.colourOf("something")).isZero();
    assertThat(styles.colourOf("NETTY_EVENT_LOOP")).isEqualTo(4);
    assertThat(styles.colourOf("PLATFORM_THREADS")).isZero();
  }

  /** The middle of a contestant's large mark, the last shape of its colour. */
  private static double centre(Svg svg, String cssClass) {
    Element path = svg.all("path", cssClass).getLast();
    double[] xs =
        Pattern.compile("[MLC,]?(-?[0-9.]+),[0-9.]+")
            .matcher(path.getAttribute("d"))
            .results()
            .mapToDouble(match -> Double.parseDouble(match.group(1)))
            .sorted()
            .toArray();
    return (xs[0] + xs[xs.length - 1]) / 2;
  }

  private static Chart draw(Row... rows) {
    return DotPlot.draw("id", "Time", List.of(rows), MICROS, new ArmStyles());
  }

  private static Row row(String name, Double... forks) {
    return new Row(name, name, Estimate.ofForks(List.of(forks)));
  }

  private static Row row(String name, double fork) {
    return new Row(name, name, one(fork));
  }

  private static Estimate one(double fork) {
    return Estimate.ofForks(List.of(fork));
  }
}
