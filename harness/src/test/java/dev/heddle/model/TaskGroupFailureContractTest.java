package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: what a failure of a child does. Each test carries the ID
 * of its line.
 */
class TaskGroupFailureContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final GroupChildren<Unit> children = new GroupChildren<>();
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG4_aFailureCancelsItsSiblingsWaitsForTheirEndAndIsRaisedThen(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group, List.of(slowToEnd, triggered.failing(), slowToEnd))));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(owner.isDone()).as("over while siblings clean up").isFalse();
          other.open();
          assertRaised(owner, failure);
          assertThat(children.get(0).isCancelled()).isTrue();
          assertThat(children.get(2).isCancelled()).isTrue();
          assertThat(other.cancellations()).as("clean-ups cut short").isZero();
        });
  }

  @EachModel
  void TG4_aFailureAtOnceInAThousandChildrenEndsThemAll(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger unharmed = new AtomicInteger();
          List<Plan<Integer>> plans = new ArrayList<>();
          for (int i = 0; i < 1000; i++) {
            plans.add(i == 500 ? new Fail<>(failure) : after(gate, count(unharmed)));
          }
          GroupChildren<Integer> many = new GroupChildren<>();
          Task<Unit> owner = model.start(new OpenGroup<>(group -> addAll(group, many, plans)));
          assertRaised(owner, failure);
          assertThat(unharmed).hasValue(0);
        });
  }

  /** The group may be shutting down before all have been added. */
  private static Plan<Unit> addAll(
      TaskGroup group, GroupChildren<Integer> many, List<Plan<Integer>> plans) {
    return many.addTo(group, plans).recover(refusal -> new NoOp());
  }

  @EachModel
  void TG5_aSuspendedBodyIsCancelledWhereItWaits(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger delivered = new AtomicInteger();
          AtomicInteger wentOn = new AtomicInteger();
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, triggered.failing())
                              .then(gate.pass().cleanUp(count(delivered)))
                              .then(count(wentOn))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(delivered).hasValue(1);
          assertThat(wentOn).hasValue(0);
        });
  }

  @EachModel
  void TG5_aBodySuspendedInAPatternIsCancelledThereAndThePatternWithIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Unit>> pattern = new Gather<>(List.of(gate.pass(), gate.pass()));
          Task<List<Unit>> owner =
              model.start(
                  new OpenGroup<>(
                      group -> children.addTo(group, triggered.failing()).then(pattern)));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void TG5_aBodyThatAwaitsTheFailingChildIsCancelledAndDoesNotFailWithItToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int round = 0; round < 100; round++) {
            Gate start = new Gate();
            Plan<Unit> child = after(start, new Fail<>(failure));
            CountDownLatch waiting = new CountDownLatch(1);
            Task<Unit> owner =
                model.start(
                    new OpenGroup<>(
                        group ->
                            group.add(child).then(task -> signal(waiting, new Await<>(task)))));
            start.awaitArrivals(1);
            await(waiting);
            start.open();
            assertRaised(owner, failure);
          }
        });
  }

  @EachModel
  void TG6_codeAfterAFailedGroupRunsOnUncancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(
                  new OpenGroup<Unit>(
                          group -> children.addTo(group, triggered.failing()).then(gate.pass()))
                      .recover(thrown -> other.pass())
                      .then(new Value<>(1)));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          other.awaitArrivals(1);
          assertThat(gate.cancellations()).isEqualTo(1);
          other.open();
          assertThat(await(owner)).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG6_aFailureWhileTheOwnerWaitsAtTheEndDoesNotCancelItEither(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch bodyEnds = new CountDownLatch(1);
          Task<Integer> owner =
              model.start(
                  new OpenGroup<Unit>(
                          group ->
                              children
                                  .addTo(group, triggered.failing())
                                  .then(signal(bodyEnds, new NoOp())))
                      .recover(thrown -> other.pass())
                      .then(new Value<>(1)));
          await(bodyEnds);
          triggered.triggerFailure();
          other.awaitArrivals(1);
          other.open();
          assertThat(await(owner)).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG6_aFailureJustAsTheBodyEndsDoesNotCancelTheOwner(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          gate.open();
          Plan<Unit> fails =
              new OpenGroup<Unit>(group -> group.add(new Fail<>(failure)).then(new NoOp()))
                  .recover(thrown -> new NoOp());
          for (int round = 0; round < 300; round++) {
            Task<Integer> owner = model.start(fails.then(gate.pass()).then(new Value<>(1)));
            assertThat(await(owner)).isEqualTo(1);
          }
        });
  }

  @EachModel
  void TG6_anOwnerCanStillBeCancelledAfterAFailedGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(
                  new OpenGroup<Unit>(
                          group -> children.addTo(group, triggered.failing()).then(gate.pass()))
                      .recover(thrown -> other.pass()));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          other.awaitArrivals(1);
          owner.cancel();
          assertCancelled(owner);
          assertThat(other.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG7_childrenThatAreDoneKeepTheirValuesWhicheverFails(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int position = 0; position < 3; position++) {
            failAmongDoneOnes(position, model);
          }
        });
  }

  private void failAmongDoneOnes(int position, ExecutionModel model) throws Exception {
    Gate start = new Gate();
    List<Plan<Integer>> plans = new ArrayList<>(List.of(new Value<>(7), new Value<>(7)));
    plans.add(position, after(start, new Fail<>(failure)));
    GroupChildren<Integer> mixed = new GroupChildren<>();
    Task<Unit> owner = model.start(new OpenGroup<>(group -> mixed.addTo(group, plans)));
    start.awaitArrivals(1);
    for (int i = 0; i < 3; i++) {
      if (i != position) {
        awaitEnd(mixed.get(i));
      }
    }
    start.open();
    assertRaised(owner, failure);
    for (int i = 0; i < 3; i++) {
      assertThat(mixed.get(i).state())
          .as("child %d where %d fails", i, position)
          .isEqualTo(i == position ? Future.State.FAILED : Future.State.SUCCESS);
    }
  }
}
