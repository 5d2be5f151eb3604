package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 11 of the semantics: an interrupt of the thread that is inside run. Each test carries the
 * ID of the line it proves; {@link SignalledRunTest} does the same to a whole process.
 */
class InterruptedRunContractTest {

  private final Gate gate = new Gate();
  private final Gate cleanUp = new Gate();
  private final AtomicInteger cleanedUp = new AtomicInteger();

  /** Waits at the gate; a cancellation has it cleaned up, which waits for the test too. */
  private Plan<Unit> waits() {
    return gate.pass().cleanUp(cleanUp.pass().then(new Call<>(cleanedUp::incrementAndGet)));
  }

  @EachModel
  void R10_anInterruptCancelsThePlanAndComesOutAfterItsCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          BackgroundRun<Unit> run = BackgroundRun.of(model, waits());
          gate.awaitArrivals(1);
          run.interrupt();
          cleanUp.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while the plan cleans up").isFalse();
          cleanUp.open();
          assertThat(run.thrown()).isInstanceOf(InterruptedException.class);
          assertThat(run.leftAnInterruptPending()).as("interrupt flag after the run").isFalse();
          assertThat(cleanedUp).hasValue(1);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(cleanUp.cancellations()).as("clean-up cancelled").isZero();
          assertThat(model.tasks()).isEmpty();
        });
  }

  @EachModel
  void R10_anInterruptComesOutAfterTheCleanUpOfLeftoversToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate mainGate = new Gate();
          BackgroundRun<Unit> run =
              BackgroundRun.of(model, new Start<>(waits()).then(mainGate.pass()));
          gate.awaitArrivals(1);
          mainGate.awaitArrivals(1);
          run.interrupt();
          cleanUp.awaitArrivals(1);
          assertThat(run.hasReturned()).as("returned while a leftover cleans up").isFalse();
          cleanUp.open();
          assertThat(run.thrown()).isInstanceOf(InterruptedException.class);
          assertThat(cleanedUp).hasValue(1);
          assertThat(mainGate.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(model.tasks()).isEmpty();
        });
  }

  @EachModel
  void R10_aPlanThatCatchesTheInterruptDecidesForItself(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          BackgroundRun<Integer> run =
              BackgroundRun.of(
                  model, gate.pass().then(new Value<>(0)).onCancel(swallowed -> new Value<>(42)));
          gate.awaitArrivals(1);
          run.interrupt();
          assertThat(run.value()).isEqualTo(42);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void R10_aPlanWhoseCleanUpFailsAfterTheInterruptRaisesThatFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception failure = new Exception("E");
          BackgroundRun<Unit> run =
              BackgroundRun.of(model, gate.pass().cleanUp(new Fail<>(failure)));
          gate.awaitArrivals(1);
          run.interrupt();
          assertThat(run.thrown()).isSameAs(failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }
}
