package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.stub.StubProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that stands still for S of D seconds delays every request that was due meanwhile, by S
 * at the most and evenly down to nothing. So a share s/D of all requests takes longer than S - s:
 * p99 = S - D/100, p90 = S - D/10, max = S. A driver that waits for answers before it asks again
 * would report a p99 of next to nothing.
 */
class StallOracleTest {

  private static final StallOracle ORACLE = StallOracle.chosen();
  private static final double P90_TOLERANCE = 0.15;
  private static final int ATTEMPTS = 3;
  private static StubProcess stub;

  @BeforeAll
  static void startStub() throws Exception {
    stub = StubProcess.start(ORACLE.stub());
  }

  @AfterAll
  static void endStub() {
    stub.close();
  }

  /**
   * A figure below the oracle's would flatter, and is never allowed. One above it may be the work
   * of a starved machine; of three attempts one must come close. How close p90 can come depends on
   * how fast machine and model catch up with what was held up, so that is measured beside it.
   */
  @ParameterizedTest
  @EnumSource
  void aServerThatStandsStillShowsInTheResponseTimesOfAllItDelayed(Model kind) throws Exception {
    boolean close = false;
    for (int attempt = 0; attempt < ATTEMPTS && !close; attempt++) {
      close = isCloseToTheOracle(kind);
    }
    assertThat(close)
        .as("p99 and p90 close to the oracle's in one of %d attempts", ATTEMPTS)
        .isTrue();
  }

  private static boolean isCloseToTheOracle(Model kind) throws Exception {
    LoadSpec spec =
        LoadSpec.of(new Arrivals.Constant(ORACLE.rate()), ORACLE.load())
            .withWarmUp(ORACLE.warmUp());
    LoadScenario scenario = new LoadScenario(LoadPattern.GATHER, 1, new LoadScenario.Work.Get());
    stub.resetStats();
    try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      Stall stall = new Stall(stub.pid());
      LoadResult result =
          LoadRun.of(
              model,
              scenario.plans(stub.address()),
              spec,
              stall.during(ORACLE.begins(), ORACLE.stall()));
      stall.awaitEnd();
      assertThat(stub.stats().received()).isEqualTo(result.started());
      assertThat(result.measured().books().succeeded())
          .isEqualTo(ORACLE.rate() * ORACLE.load().toSeconds());
      double catchUp = Math.min(longestOfABurst(model, scenario), ORACLE.longestCatchUp());
      return compare(kind, result.measured(), stall.actual(), catchUp);
    }
  }

  private static double longestOfABurst(ExecutionModel model, LoadScenario scenario)
      throws InterruptedException {
    PhaseResult burst =
        LoadRun.of(model, scenario.plans(stub.address()), ORACLE.burst()).measured();
    assertThat(burst.books().succeeded()).isEqualTo(ORACLE.held());
    return seconds(burst.response().getMaxValue());
  }

  private static boolean compare(Model kind, PhaseResult measured, Duration stall, double catchUp) {
    double p99 = seconds(measured.response().getValueAtPercentile(99));
    double p90 = seconds(measured.response().getValueAtPercentile(90));
    double max = seconds(measured.response().getMaxValue());
    double p99Due = ORACLE.seconds(0.99, stall);
    double p90Due = ORACLE.seconds(0.9, stall);
    System.out.printf(
        "%s, stall %.3f s: p90 %.3f (due %.3f to %.3f), p99 %.3f (due %.3f), max %.3f; service p99"
            + " %.3f%n",
        kind,
        StallOracle.seconds(stall),
        p90,
        p90Due,
        p90Due + catchUp,
        p99,
        p99Due,
        max,
        seconds(measured.service().getValueAtPercentile(99)));
    assertThat(max).isGreaterThanOrEqualTo(StallOracle.seconds(ORACLE.stall()));
    assertThat(p99).isGreaterThanOrEqualTo((1 - ORACLE.p99Tolerance()) * p99Due);
    assertThat(p90).isGreaterThanOrEqualTo((1 - P90_TOLERANCE) * p90Due);
    return p99 <= (1 + ORACLE.p99Tolerance()) * p99Due && p90 <= p90Due + catchUp;
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
