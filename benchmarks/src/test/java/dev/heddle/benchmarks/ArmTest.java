package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.Model;
import dev.heddle.plan.Request;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contestant once, counted at a real stub. */
class ArmTest {

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

  static Stream<Arguments> contestants() {
    return new Axes(
            List.of(MeasuredPattern.values()),
            List.of(Model.values()),
            List.of(Tier.values()),
            List.of(TransportChoice.DEFAULT),
            List.of(Work.values()),
            List.of(FAN_OUT))
        .cells().stream()
            .map(
                cell ->
                    Arguments.of(
                        MeasuredPattern.ofBenchmark(cell.benchmark()),
                        cell.params().get("model"),
                        cell.params().get("tier"),
                        cell.params().get("work")));
  }

  @ParameterizedTest
  @MethodSource("contestants")
  void returnsAsManyResultsAsItHasChildrenAndSendsThatManyRequests(
      MeasuredPattern pattern, Model model, Tier tier, Work work) throws Exception {
    stub.resetStats();
    List<Request> requests =
        Collections.nCopies(FAN_OUT, Request.get(URI.create(stub.address() + "/get")));
    try (Arm arm = Arm.open(pattern, model, tier, TransportChoice.DEFAULT, work, requests)) {
      assertThat(arm.run()).hasSize(FAN_OUT);
      assertThat(arm.run()).hasSize(FAN_OUT);
    }
    assertThat(stub.stats().received()).isEqualTo(work == Work.FETCH ? 2 * FAN_OUT : 0);
  }
}
