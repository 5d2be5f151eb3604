package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.chart.SearchPlot.Path;
import dev.heddle.reports.chart.SearchPlot.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchPlotTest {

  @Test
  void whatWasKeptIsFilledAndWhatWasNotIsHollow() throws Exception {
    Svg svg =
        Svg.of(
            draw(
                new Step(100, true, true, false),
                new Step(200, true, true, false),
                new Step(400, false, true, false)));

    assertThat(svg.all("path", "f-m0")).as("legend and two steps").hasSize(3);
    assertThat(svg.all("path", "s-m0")).as("one step").hasSize(1);
    assertThat(svg.all("line", "s-m0")).as("from step to step").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void theRunThatConfirmedHasARingAroundItAndAnotherThatDidNotADottedOne() throws Exception {
    Chart kept = draw(new Step(100, true, true, true));
    Chart missed = draw(new Step(100, false, true, true));

    assertThat(Svg.of(kept).all("path", "s-m0")).as("the ring").hasSize(1);
    assertThat(kept.svg()).doesNotContain("stroke-dasharray");
    assertThat(kept.limits()).contains("Ringed: the highest rate, confirmed by a longer run.");
    assertThat(Svg.of(missed).all("path", "s-m0")).as("the step and its ring").hasSize(2);
    assertThat(missed.svg()).contains("stroke-dasharray");
    assertThat(missed.limits()).contains("Ringed with dots: a longer run that did not confirm.");
  }

  @Test
  void modelsWhoseNamesAreAlikeUpToTheirEndStayApart() {
    String name = "a model with a name that is longer than any legend has room for, number ";
    List<Step> steps = List.of(new Step(100, true, true, false));

    assertThat(
            SearchPlot.draw(
                    "id",
                    "p99=50ms",
                    List.of(new Path("A", name + 1, steps), new Path("B", name + 2, steps)),
                    new ArmStyles())
                .svg())
        .contains(name + 1 + ": 100/s kept", name + 2 + ": 100/s kept");
  }

  @Test
  void marksThatDoNotOccurAreNotExplained() {
    assertThat(draw(new Step(100, true, true, false)).limits())
        .containsExactly("Filled: kept. Hollow: not kept.");
  }

  @Test
  void aLongSearchHasRoomForTheNumbersOfItsSteps() {
    assertThat(Scale.steps(3).ticks()).extracting(Scale.Tick::label).containsExactly("1", "2", "3");
    assertThat(Scale.steps(40).ticks()).hasSizeLessThan(20);
    Step[] many = Collections.nCopies(40, new Step(5, false, true, false)).toArray(Step[]::new);
    assertThat(draw(many).svg()).contains("5/s not kept");
  }

  private static Chart draw(Step... steps) {
    return SearchPlot.draw(
        "id",
        "p99=50ms",
        List.of(new Path("X", "virtual threads 200/s", Arrays.asList(steps))),
        new ArmStyles());
  }
}
