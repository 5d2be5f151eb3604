package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.concurrent.CancellationException;

/**
 * Section 2 of the semantics: a cancellation that nobody requested, and a request that no body
 * looks up for. Each test carries the ID of the line it proves.
 */
class TaskUnmatchedCancellationContractTest {

  private final Gate gate = new Gate();

  @EachModel
  void T15_aCancellationThatNobodyRequestedMakesTheTaskCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> throwsIt =
              new Call<>(
                  () -> {
                    throw new CancellationException("thrown by a call");
                  });
          Task<Unit> called = model.start(throwsIt);
          Task<Unit> failed = model.start(new Fail<>(new CancellationException("own")));
          Task<Unit> awaiter = model.start(new Await<>(failed));
          assertCancelled(called);
          assertCancelled(failed);
          assertCancelled(awaiter);
          assertThat(failed.cancel()).as("a cancel after the end").isFalse();
        });
  }

  @EachModel
  void T15_aCancellationThatNobodyRequestedIsCaughtByOnCancelAndNotByRecover(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> cancelled = new Fail<>(new CancellationException("own"));
          assertThat(
                  model.run(
                      cancelled
                          .recover(thrown -> new Value<>(1))
                          .onCancel(thrown -> new Value<>(2))))
              .isEqualTo(2);
        });
  }

  @EachModel
  void T29_aBodyThatNeverLooksUpRunsToItsEndAndIsCancelledThen(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          try (Spinning spinning = new Spinning()) {
            Task<Unit> task = model.start(spinning.plan());
            spinning.awaitRunning();
            assertThat(task.cancel()).isTrue();
            assertThat(task.isDone()).as("done while the body computes").isFalse();
            spinning.release();
            assertCancelled(task);
            assertThat(spinning.reachedItsEnd()).isTrue();
          }
        });
  }

  @EachModel
  void T29_aBodyThatNeverLooksUpIsToldWhereItSuspendsAfterwards(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          try (Spinning spinning = new Spinning()) {
            Task<Integer> task =
                model.start(
                    spinning
                        .plan()
                        .then(gate.pass())
                        .then(new Value<>(0))
                        .onCancel(swallowed -> new Value<>(42)));
            spinning.awaitRunning();
            assertThat(task.cancel()).isTrue();
            spinning.release();
            awaitEnd(task);
            assertThat(gate.cancellations()).isEqualTo(1);
            assertThat(task.result()).as("delivered and caught, so not cancelled").isEqualTo(42);
            assertThat(spinning.reachedItsEnd()).isTrue();
          }
        });
  }
}
