package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.Form;
import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Requests;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.util.Arrays;
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
            Arrays.stream(MeasuredPattern.values()).filter(pattern -> !pattern.fails()).toList(),
            List.of(Model.values()),
            List.of(Tier.values()),
            List.of(TransportChoice.DEFAULT),
            List.of(Work.values()),
            List.of(FAN_OUT),
            List.of(PoolSize.DEFAULT),
            List.of(Neighbour.NONE))
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
  void returnsTheResultsDueAndSendsNoRequestTooMany(
      MeasuredPattern pattern, Model model, Tier tier, Work work) throws Exception {
    stub.resetStats();
    Form form = pattern.form();
    List<Child> children = work.children(FAN_OUT, form.pace(), new Requests(stub.address()));
    try (Arm arm = Arm.open(form, model, tier, ModelOptions.DEFAULT, children)) {
      assertThat(arm.run()).hasSize(form.results(FAN_OUT));
      assertThat(arm.runAndLeave()).hasSize(form.results(FAN_OUT));
    }
    long most = work.fetches() ? 2 * FAN_OUT : 0;
    assertThat(stub.stats().received()).isBetween(form.pace().isAwaited() ? most : 0, most);
  }
}
