package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 8 of the semantics, as far as it is about wait_for around gathers and other limits. Each
 * test carries the ID of the line it proves.
 *
 * <p>Each attempt of a case with a limit that passes has gates of its own, which stay shut.
 */
class WithinNestingContractTest {

  private final Gate gate = new Gate();

  @EachModel
  void TO18_workUnderALongerLimitInsideSeesOnlyACancellation(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness inner = new Witness();
                  AtomicInteger timeouts = new AtomicInteger();
                  Plan<Unit> longer =
                      new Within<>(inner.watch(new Gate().pass()), HOUR)
                          .recover(
                              timeout -> {
                                timeouts.incrementAndGet();
                                return new Fail<>(timeout);
                              });
                  assertTimedOut(model.start(new Within<>(longer, limit)));
                  assertThat(timeouts).as("timeouts of the inner limit").hasValue(0);
                  assertThat(inner.cancelled()).isEqualTo(inner.begun());
                  return inner.begun() == 1;
                }));
  }

  @EachModel
  void TO18_aShorterLimitInsideRaisesAndTheOuterGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> shorter =
              new Within<>(new Gate().pass(), SHORT).recover(timeout -> gate.pass());
          Task<Unit> task = model.start(new Within<>(shorter, HOUR));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          gate.open();
          await(task);
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void TO24_aGatherThatRunsOutCancelsItsChildrenAndWhatEndedStaysReadable(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> finished = model.start(new Value<>(1));
          awaitEnd(finished);
          Limits.untilInTime(
              limit -> {
                Gate shut = new Gate();
                Witness child = new Witness();
                Task<Integer> unfinished = model.start(shut.pass().then(new Value<>(2)));
                shut.awaitArrivals(1);
                Plan<List<Integer>> both =
                    new Gather<>(
                        List.of(new Await<>(finished), child.watch(new Await<>(unfinished))));
                assertTimedOut(model.start(new Within<>(both, limit)));
                if (child.begun() == 0) {
                  return false;
                }
                assertThat(unfinished.isCancelled()).as("cancelled by then").isTrue();
                assertThat(shut.cancellations()).isEqualTo(1);
                assertThat(finished.result()).isEqualTo(1);
                return true;
              });
        });
  }

  @EachModel
  void TO24_everyChildOfAGatherThatRunsOutHasEndedWhenTheTimeoutIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness children = new Witness();
                  Plan<Unit> child = children.watch(shut.pass());
                  Task<List<Unit>> task =
                      model.start(new Within<>(new Gather<>(List.of(child, child)), limit));
                  assertTimedOut(task);
                  assertThat(children.cancelled()).isEqualTo(children.begun());
                  assertThat(shut.cancellations()).isEqualTo(children.begun());
                  return children.begun() == 2;
                }));
  }
}
