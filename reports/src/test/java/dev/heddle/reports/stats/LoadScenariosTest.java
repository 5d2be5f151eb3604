package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.read.LoadFork;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LoadScenariosTest {

  @Test
  void whatDiffersInModelAndRateOnlyIsOneScenario() {
    LoadScenario scenario =
        Loads.scenario(
            Loads.valid("virtual-threads", 400, 1),
            Loads.valid("platform-threads", 400, 1),
            Loads.valid("virtual-threads", 50, 1));

    assertThat(scenario.params()).isEqualTo(Map.of("plan", "gather"));
    assertThat(scenario.models()).containsExactly("PLATFORM_THREADS", "VIRTUAL_THREADS");
    assertThat(scenario.rates()).containsExactly(50.0, 400.0);
    assertThat(scenario.at(400)).hasSize(2);
    assertThat(scenario.of("VIRTUAL_THREADS")).hasSize(2);
  }

  @Test
  void otherParametersMakeAnotherScenario() {
    LoadFork one = Loads.valid("a", 50, 1);
    LoadFork other =
        new LoadFork(
            one.name(),
            Map.of("model", "a", "rate", "50", "plan", "group"),
            true,
            List.of(),
            50,
            50,
            one.exchangesPerSecond(),
            1,
            one.times(),
            one.driverCpu(),
            one.serverCpu());

    assertThat(LoadScenarios.of(List.of(one, other))).hasSize(2);
  }

  /**
   * 98 times 1 ms and 2 times 100 ms have a p99 of 100 ms, 100 times 1 ms one of 1 ms; of the 200
   * together rank 198 is 1 ms. The mean of both would be 50.5 ms.
   */
  @Test
  void percentilesOfAPointAreThoseOfAllSamplesTogether() {
    double[] slow = DoubleStream.concat(times(98, 1), times(2, 100)).toArray();
    double[] quick = times(100, 1).toArray();
    LoadPoint point =
        Loads.scenario(Loads.valid("a", 50, slow), Loads.valid("a", 50, quick)).points().getFirst();

    assertThat(point.response().samples()).isEqualTo(200);
    assertThat(point.response().percentile(0.99)).isEqualTo(0.001);
    assertThat(point.response().percentile(0.995)).isEqualTo(0.1);
    assertThat(point.ofForks(0.99)).containsExactly(0.1, 0.001);
  }

  @Test
  void onlyValidForksCountWhereThereAreAny() {
    LoadScenario scenario =
        Loads.scenario(
            Loads.valid("a", 50, 1),
            Loads.invalid("a", 50, "late", 9),
            Loads.invalid("b", 50, "late", 9));

    assertThat(scenario.of("A").getFirst().response().percentile(1)).isEqualTo(0.001);
    assertThat(scenario.of("B").getFirst().response().percentile(1)).isEqualTo(0.009);
    assertThat(scenario.ranking(50)).extracting(LoadPoint::model).containsExactly("A");
  }

  @Test
  void modelsAreComparedAtTheHighestRateAtWhichAllHaveAValidFork() {
    assertThat(
            Loads.scenario(
                    Loads.valid("a", 50, 1),
                    Loads.valid("b", 50, 1),
                    Loads.valid("a", 100, 1),
                    Loads.valid("b", 100, 1),
                    Loads.valid("a", 200, 1),
                    Loads.invalid("b", 200, "late", 1))
                .focus())
        .isEqualTo(100);
  }

  @Test
  void elseAtTheHighestRateAtWhichMostHave() {
    assertThat(
            Loads.scenario(
                    Loads.valid("a", 50, 1),
                    Loads.valid("a", 100, 1),
                    Loads.invalid("b", 100, "late", 1))
                .focus())
        .isEqualTo(100);
  }

  @Test
  void aPointKeepsUpWithAtLeast99OfAHundredArrivals() {
    LoadPoint point =
        Loads.scenario(
                Loads.fork("a", 100, 98.5, List.of(), 1), Loads.fork("a", 100, 99.1, List.of(), 1))
            .points()
            .getFirst();

    assertThat(point.achieved()).isCloseTo(98.8, within(1e-9));
    assertThat(point.keepsUp()).isFalse();
  }

  private static DoubleStream times(int count, double millis) {
    return DoubleStream.generate(() -> millis).limit(count);
  }
}
