package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.GroupSteps.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Section 3 of the semantics: gather. Each test carries the ID of the line it proves. */
class GatherContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void G1_valuesComeInArgumentOrderWhateverEndsFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Integer>> gather =
              model.start(
                  new Gather<>(
                      List.of(
                          after(gate, new Value<>(1)),
                          after(other, new Value<>(2)),
                          new Value<>(3))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          other.open();
          gate.open();
          assertThat(await(gather)).containsExactly(1, 2, 3);
        });
  }

  @EachModel
  void G2_gatherOfNothingIsEmpty(Model kind) {
    ContractCase.on(
        kind, model -> assertThat(model.run(new Gather<>(List.<Plan<Unit>>of()))).isEmpty());
  }

  @EachModel
  void G3_gatherOfOneIsAListOfOne(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThat(model.run(new Gather<>(List.of(new Value<>("v"))))).containsExactly("v"));
  }

  @EachModel
  void G4_theSameTaskTwiceRunsOnceAndStandsAtBothPlaces(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger runs = new AtomicInteger();
          Task<Integer> task = model.start(after(gate, new Call<>(runs::incrementAndGet)));
          Task<List<Integer>> gather =
              model.start(new Gather<>(List.of(new Await<>(task), new Await<>(task))));
          gate.awaitArrivals(1);
          gate.open();
          assertThat(await(gather)).containsExactly(1, 1);
          assertThat(runs).hasValue(1);
        });
  }

  @EachModel
  void G5_gatherFailsAtOnceWithTheFirstFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> gather =
              model.start(new Gather<>(List.of(gate.pass(), new Fail<>(failure), gate.pass())));
          assertFailed(gather, failure);
          gate.open();
        });
  }

  @EachModel
  void G6_theOthersRunOnToTheirNormalEndAfterAFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Countdown bothEnded = new Countdown(2);
          Plan<Integer> slow = after(gate, new Call<>(bothEnded::count));
          Task<Integer> task = model.start(slow);
          Task<List<Integer>> gather =
              model.start(new Gather<>(List.of(slow, new Fail<>(failure), new Await<>(task))));
          assertFailed(gather, failure);
          gate.awaitArrivals(2);
          assertThat(task.isDone()).isFalse();
          gate.open();
          await(task);
          bothEnded.await();
          assertThat(gate.cancellations()).as("siblings cancelled").isZero();
        });
  }

  @EachModel
  void G6_survivorsEndEvenWhenTheirTaskIsLongDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> gatherer =
              model.start(
                  new Gather<>(List.of(after(gate, other.pass()), new Fail<Unit>(failure)))
                      .then(new Value<>(0))
                      .recover(thrown -> new Value<>(1)));
          assertThat(await(gatherer)).isEqualTo(1);
          gate.awaitArrivals(1);
          gate.open();
          other.awaitArrivals(1);
          other.open();
        });
  }

  @EachModel
  void G7_valuesOfTheOthersStayReadableWhenTheLastOneFails(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> one = model.start(new Value<>(1));
          Task<Integer> two = model.start(new Value<>(2));
          awaitEnd(one);
          awaitEnd(two);
          Task<List<Integer>> gather =
              model.start(
                  new Gather<>(
                      List.of(
                          new Await<>(one), new Await<>(two), after(gate, new Fail<>(failure)))));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(gather, failure);
          assertThat(one.result()).isEqualTo(1);
          assertThat(two.result()).isEqualTo(2);
        });
  }

  @EachModel
  void G8_theFirstFailureInTimeIsRaisedWhateverItsPosition(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception later = new Exception("later");
          Task<Integer> lateFailure = model.start(after(other, new Fail<>(later)));
          Task<List<Integer>> gather =
              model.start(
                  new Gather<>(
                      List.of(new Await<>(lateFailure), after(gate, new Fail<>(failure)))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          gate.open();
          assertFailed(gather, failure);
          other.open();
          assertFailed(lateFailure, later);
          assertFailed(gather, failure);
        });
  }

  @EachModel
  void G9_ofFailuresInTheSameInstantExactlyOneIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception second = new Exception("F");
          Task<List<Unit>> gather =
              model.start(
                  new Gather<>(
                      List.of(after(gate, new Fail<>(failure)), after(gate, new Fail<>(second)))));
          gate.awaitArrivals(2);
          gate.open();
          awaitEnd(gather);
          assertThat(gather.exception().orElseThrow()).isIn(failure, second);
          assertThat(gather.exception().orElseThrow().getSuppressed()).isEmpty();
        });
  }

  @EachModel
  void G10_theIdenticalFailureIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          assertThatThrownBy(() -> model.run(new Gather<>(List.of(new Fail<>(failure)))))
              .isSameAs(failure);
          assertThatThrownBy(() -> model.run(new Gather<>(List.of(new NoOp(), new Fail<>(error)))))
              .isSameAs(error);
        });
  }

  @EachModel
  void G11_aChildCancelledOnItsOwnRaisesACancellationAndTheOthersGoOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> child = model.start(gate.pass());
          Task<Unit> sibling = model.start(other.pass());
          Task<String> caller =
              model.start(
                  new Gather<>(List.of(new Await<>(child), new Await<>(sibling)))
                      .then(new Value<>("gathered")));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          child.cancel();
          assertCancelled(caller);
          assertThat(sibling.isDone()).isFalse();
          other.open();
          await(sibling);
        });
  }

  @EachModel
  void G18_gatherOfDoneTasksHasItsResultWithoutWaitingForAnything(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> done = model.start(new Value<>(1));
          awaitEnd(done);
          assertThat(model.run(new Gather<>(List.of(new Await<>(done), new Await<>(done)))))
              .containsExactly(1, 1);
        });
  }

  @EachModel
  void G19_anAlreadyFailedChildFailsTheGatherWithoutWaitingForOthers(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> failed = model.start(new Fail<>(failure));
          awaitEnd(failed);
          Task<List<Unit>> gather =
              model.start(new Gather<>(List.of(gate.pass(), new Await<>(failed))));
          assertFailed(gather, failure);
          gate.open();
        });
  }

  @EachModel
  void G21_plansAndTasksMixAndChildrenStartAtTheCall(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task = model.start(after(gate, new Value<>(1)));
          Task<List<Integer>> gather =
              model.start(new Gather<>(List.of(new Await<>(task), after(gate, new Value<>(2)))));
          gate.awaitArrivals(2);
          gate.open();
          assertThat(await(gather)).containsExactly(1, 2);
        });
  }

  @EachModel
  void G22_twoThousandChildrenOfMixedDurationsComeInOrder(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Plan<Integer>> children = new ArrayList<>();
          for (int i = 0; i < 2000; i++) {
            Plan<Integer> value = new Value<>(i);
            children.add(i % 3 == 0 ? new Sleep(Duration.ofMillis(i % 7)).then(value) : value);
          }
          assertThat(model.run(new Gather<>(children)))
              .containsExactlyElementsOf(IntStream.range(0, 2000).boxed().toList());
        });
  }

  @EachModel
  void R3_whatARunLeavesUnfinishedIsCancelledAndAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> failsLater =
              new Blocking<>(
                      () -> {
                        gate.awaitArrivals(1);
                        return Unit.UNIT;
                      })
                  .then(new Fail<>(failure));
          assertThatThrownBy(() -> model.run(new Gather<>(List.of(gate.pass(), failsLater))))
              .isSameAs(failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void R9_aRunWhosePlanIsCancelledRaisesTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertThatThrownBy(() -> model.run(new Fail<>(new CancellationException("own"))))
                .isInstanceOf(CancellationException.class));
  }
}
