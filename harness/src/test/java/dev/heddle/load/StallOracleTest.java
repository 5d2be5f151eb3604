package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that stands still for S of D seconds delays every request that was due meanwhile, by S
 * at the most and evenly down to nothing. So a share s/D of all requests takes longer than S - s:
 * p99 = S - D/100, p90 = S - D/10, max = S. A driver that waits for answers before it asks again
 * would report a p99 of next to nothing.
 */
class StallOracleTest {

  private static final Duration LOAD = Duration.ofMillis(3_000);
  private static final Duration STALL = Duration.ofMillis(700);
  private static final int RATE = 500;

  @ParameterizedTest
  @EnumSource
  void aServerThatStandsStillShowsInTheResponseTimesOfAllItDelayed(Model kind) throws Exception {
    LoadSpec spec =
        LoadSpec.of(new Arrivals.Constant(RATE), LOAD).withWarmUp(Duration.ofMillis(500));
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed());
        ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      LoadScenario scenario = new LoadScenario(LoadPattern.GATHER, 1, new LoadScenario.Work.Get());
      Stall stall = new Stall(stub.pid());
      LoadRun.Listener listener = stall.during(spec.warmUp().plusMillis(1_000), STALL);
      LoadResult result = LoadRun.of(model, scenario.plans(stub.address()), spec, listener);
      stall.awaitEnd();
      assertOracle(result.measured().response(), stall.actual());
      assertThat(result.measured().books().succeeded()).isEqualTo(RATE * LOAD.toSeconds());
      assertThat(stub.stats().received()).isEqualTo(result.started());
    }
  }

  private static void assertOracle(Histogram response, Duration stall) {
    double seconds = stall.toNanos() / 1e9;
    double load = LOAD.toNanos() / 1e9;
    assertThat(response.getMaxValue() / 1e9).isGreaterThanOrEqualTo(seconds * 0.98);
    assertThat(response.getValueAtPercentile(99) / 1e9)
        .isCloseTo(seconds - load / 100, within(0.1 * seconds));
    assertThat(response.getValueAtPercentile(90) / 1e9)
        .isCloseTo(seconds - load / 10, within(0.15 * seconds));
  }
}
