package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real forks, as short as they come. */
class JmhForkRunnerTest {

  private static final Timing SHORT = new Timing(1, 20, 2, 20);

  @Test
  void aForkMeasuresItsCellWithTheBenchmarksOwnArguments() {
    JmhForkRunner runner =
        new JmhForkRunner(SHORT, List.of("-Da=b"), List.of("gc"), fork -> List.of("-Dc=d"));

    ForkOutcome outcome = runner.run(fork("NO_OP", "7"));

    assertThat(outcome).isInstanceOf(ForkOutcome.Measured.class);
    JsonNode result = ((ForkOutcome.Measured) outcome).result();
    assertThat(result.at("/params/fanOut").asText()).isEqualTo("7");
    assertThat(result.at("/primaryMetric/rawData")).hasSize(1);
    assertThat(result.at("/primaryMetric/rawData/0")).hasSize(2);
    assertThat(result.at("/primaryMetric/score").asDouble()).isPositive();
    assertThat(result.path("secondaryMetrics").has("gc.alloc.rate.norm")).isTrue();
    assertThat(result.path("jvmArgs").toString())
        .isEqualTo(
            "[\"-Dc=d\",\"-Da=b\",\"--enable-preview\",\"--enable-native-access=ALL-UNNAMED\","
                + "\"--sun-misc-unsafe-memory-access=allow\",\"-Xms1g\",\"-Xmx1g\"]");
  }

  @Test
  void aForkWhoseBenchmarkThrowsFailsWithItsOutput() {
    JmhForkRunner runner =
        new JmhForkRunner(
            SHORT, List.of(), List.of(), fork -> List.of("-Dheddle.stub=http://127.0.0.1:1"));

    ForkOutcome outcome = runner.run(fork("FETCH", "1"));

    assertThat(outcome).isInstanceOf(ForkOutcome.Failed.class);
    assertThat(((ForkOutcome.Failed) outcome).output()).contains("http://127.0.0.1:1");
  }

  @Test
  void aStoppedRunnersForkEndsEarly() {
    JmhForkRunner runner =
        new JmhForkRunner(new Timing(0, 1, 1, 3_600_000), List.of(), List.of(), fork -> List.of());

    runner.stop();
    ForkOutcome outcome = runner.run(fork("NO_OP", "1"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ForkOutcome.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("the run was stopped"));
  }

  private static Fork fork(String work, String fanOut) {
    return new Fork(
        1,
        new Cell(
            "dev.heddle.benchmarks.GatherBenchmark.gather",
            Map.of(
                "model", "VIRTUAL_THREADS",
                "tier", "CONTRACT",
                "transport", "DEFAULT",
                "work", work,
                "fanOut", fanOut)));
  }
}
