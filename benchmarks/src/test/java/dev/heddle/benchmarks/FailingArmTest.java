package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.pattern.Requests;
import dev.heddle.model.Model;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailingArmTest {

  private static final int FAN_OUT = 20;
  private static StubProcess stub;

  @BeforeAll
  static void startStub() throws Exception {
    stub = StubProcess.start(StubOptions.DEFAULT.unwarmed());
  }

  @AfterAll
  static void endStub() {
    stub.close();
  }

  @ParameterizedTest
  @EnumSource
  void aGroupThatFailsLeavesNothingBehindOnAnyModel(Model model) {
    FailureTimes times = failed(MeasuredPattern.GROUP_FAILURE, model, Tier.CONTRACT);

    assertThat(times.orphansPerFailure()).isZero();
    assertThat(times.wastedMillisPerFailure()).isZero();
    assertThat(times.told().count()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void theOthersOfAGatherThatFailsRunOnOnEveryModel(Model model) {
    FailureTimes times = failed(MeasuredPattern.GATHER_FAILURE, model, Tier.CONTRACT);

    assertThat(times.orphansPerFailure()).isEqualTo(FAN_OUT - 1);
    assertThat(times.wastedMillisPerFailure()).isPositive();
    assertThat(times.stopped().getStatistics(1).getMin())
        .isGreaterThan(times.told().getStatistics(1).getMin());
  }

  @ParameterizedTest
  @EnumSource
  void aFailureIsMeasuredOfHandWrittenFormsToo(Model model) {
    FailureTimes times = failed(MeasuredPattern.GROUP_FAILURE, model, Tier.IDIOM);

    assertThat(times.stopped().count()).isEqualTo(2);
    assertThat(times.orphansPerFailure()).isBetween(0.0, FAN_OUT - 1.0);
  }

  private static FailureTimes failed(MeasuredPattern pattern, Model model, Tier tier) {
    FailureTimes times = new FailureTimes();
    try (FailingArm arm =
        FailingArm.open(
            pattern.form(),
            model,
            tier,
            TransportChoice.DEFAULT,
            FAN_OUT,
            new Requests(stub.address()))) {
      arm.run(times);
      arm.run(times);
    }
    return times;
  }
}
