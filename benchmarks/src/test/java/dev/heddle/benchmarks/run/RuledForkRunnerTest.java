package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuledForkRunnerTest {

  private final Fork fork = Plans.of(1, 1, 1).forks().getFirst();

  @Test
  void theReadingBeforeAForkStandsAmongItsMetricsAndIsMergedAsTheyAre() {
    ObjectNode first = measured(new Ruler.Reading(20, 5));
    ObjectNode second = measured(new Ruler.Reading(22, 9));

    ObjectNode merged = ResultMerge.merge(List.of(first, second));

    assertThat(first.at("/secondaryMetrics/ruler.cpu/score").asDouble()).isEqualTo(20);
    assertThat(merged.at("/secondaryMetrics/ruler.handOff/score").asDouble()).isEqualTo(7);
    assertThat(merged.at("/secondaryMetrics/ruler.handOff/rawData")).hasToString("[[5.0],[9.0]]");
    assertThat(merged.at("/secondaryMetrics/ruler.handOff/scoreUnit").asText()).isEqualTo("us");
    assertThat(merged.at("/primaryMetric/score").asDouble()).isEqualTo(1);
  }

  @Test
  void aForkThatFailedIsLeftAsItIs() {
    ForkOutcome failed = new ForkOutcome.Failed("why", "output");
    ForkRunner runner =
        new RuledForkRunner(new FakeForkRunner(any -> failed), () -> new Ruler.Reading(1, 1));

    assertThat(runner.run(fork)).isSameAs(failed);
  }

  @Test
  void stoppingReachesTheRunner() {
    FakeForkRunner runner = new FakeForkRunner();

    new RuledForkRunner(runner, () -> new Ruler.Reading(1, 1)).stop();

    assertThat(runner.stopped).isTrue();
  }

  @Test
  void aReadingIsOfBothKindsOfWork() {
    try (Ruler ruler = Ruler.warm()) {
      Ruler.Reading reading = ruler.read();

      assertThat(reading.cpuMicros()).isPositive();
      assertThat(reading.handOffMicros()).isPositive();
    }
  }

  private ObjectNode measured(Ruler.Reading reading) {
    ForkOutcome outcome = new RuledForkRunner(new FakeForkRunner(), () -> reading).run(fork);
    assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
    return ((ForkOutcome.Measured) outcome).result();
  }
}
