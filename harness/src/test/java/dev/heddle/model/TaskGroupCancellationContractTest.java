package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: cancellations from outside, and those who swallow or
 * ignore them. Each test carries the ID of its line.
 */
class TaskGroupCancellationContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate bodys = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final CountDownLatch bodyEnds = new CountDownLatch(1);
  private final GroupChildren<Unit> children = new GroupChildren<>();
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG16_cancellingAnOwnerThatWaitsAtTheEndCancelsTheChildrenWaitsAndGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger wentOn = new AtomicInteger();
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<Integer> owner =
              model.start(
                  children.groupOf(bodyEnds, List.of(slowToEnd, slowToEnd)).then(count(wentOn)));
          gate.awaitArrivals(2);
          await(bodyEnds);
          assertThat(owner.cancel()).isTrue();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(owner.isDone()).as("over while children clean up").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(children.get(0).isCancelled()).isTrue();
          assertThat(children.get(1).isCancelled()).isTrue();
          assertThat(wentOn).hasValue(0);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG16_whoAwaitsTheOwnerPassesItsCancellationOnToTheGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(children.groupOf(bodyEnds, List.of(gate.pass(), gate.pass())));
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> waiter = model.start(signal(waiting, new Await<>(owner)));
          gate.awaitArrivals(2);
          await(waiting);
          waiter.cancel();
          assertCancelled(waiter);
          assertCancelled(owner);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void TG16_aCleanUpThatFailsIsRaisedAndTheCancellationStaysPending(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger raised = new AtomicInteger();
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(failure));
          Task<Unit> owner =
              model.start(
                  children
                      .groupOf(bodyEnds, List.of(failsToCleanUp))
                      .recover(
                          thrown -> {
                            assertThat(GroupErrors.in(thrown)).containsExactly(failure);
                            return count(raised).then(other.pass());
                          }));
          gate.awaitArrivals(1);
          await(bodyEnds);
          owner.cancel();
          assertCancelled(owner);
          assertThat(raised).hasValue(1);
          assertThat(other.cancellations()).as("delivered after the group").isEqualTo(1);
        });
  }

  @EachModel
  void TG16_aGroupWhoseCleanUpFailedIsTheFailureOfAnOwnerThatEndsWithIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(failure));
          Task<Unit> owner = model.start(children.groupOf(bodyEnds, List.of(failsToCleanUp)));
          gate.awaitArrivals(1);
          await(bodyEnds);
          owner.cancel();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG16_aCancellationWhileAFailedGroupWaitsForItsChildrenStaysPending(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate later = new Gate();
          AtomicInteger raised = new AtomicInteger();
          Plan<Unit> ignoring = ignoringCancellationAt(gate, other.pass());
          Task<Unit> owner =
              model.start(
                  children
                      .groupOf(bodyEnds, List.of(ignoring, triggered.failing()))
                      .recover(thrown -> count(raised).then(later.pass())));
          gate.awaitArrivals(1);
          await(bodyEnds);
          triggered.triggerFailure();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          assertThat(owner.cancel()).isTrue();
          other.open();
          assertCancelled(owner);
          assertThat(raised).as("groups raised").hasValue(1);
          assertThat(later.cancellations()).as("delivered after the group").isEqualTo(1);
          assertThat(other.cancellations()).as("passed on to a child a second time").isZero();
        });
  }

  @EachModel
  void TG17_cancellingAnOwnerWhoseBodyIsSuspendedCancelsBodyAndChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger delivered = new AtomicInteger();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, List.of(gate.pass(), gate.pass()))
                              .then(bodys.pass().cleanUp(count(delivered)))));
          gate.awaitArrivals(2);
          bodys.awaitArrivals(1);
          assertThat(owner.cancel()).isTrue();
          assertCancelled(owner);
          assertThat(gate.cancellations()).isEqualTo(2);
          assertThat(bodys.cancellations()).isEqualTo(1);
          assertThat(delivered).hasValue(1);
          assertThat(children.get(0).isCancelled()).isTrue();
          assertThat(children.get(1).isCancelled()).isTrue();
        });
  }

  @EachModel
  void TG17_aBodyThatSwallowsTheCancellationFromOutsideGoesOnAndSoDoItsChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, gate.pass())
                              .then(ignoringCancellationAt(bodys, after(other, new Value<>(5))))));
          gate.awaitArrivals(1);
          bodys.awaitArrivals(1);
          owner.cancel();
          bodys.awaitCancellations(1);
          other.awaitArrivals(1);
          other.open();
          gate.open();
          assertThat(await(owner)).isEqualTo(5);
          assertThat(gate.cancellations()).isZero();
          await(children.get(0));
        });
  }

  @EachModel
  void TG18_aChildThatSwallowsTheCancellationKeepsItsValueAndTheGroupIsCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Integer> swallowing = new GroupChildren<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          swallowing
                              .addTo(group, ignoringCancellationAt(gate, new Value<>(7)))
                              .then(signal(bodyEnds, new NoOp()))));
          gate.awaitArrivals(1);
          await(bodyEnds);
          owner.cancel();
          assertCancelled(owner);
          assertThat(swallowing.get(0).result()).isEqualTo(7);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG19_aBodyThatTurnsTheCancellationFromOutsideIntoAFailureFailsTheGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, gate.pass())
                              .then(bodys.pass().onCancel(c -> new Fail<>(failure)))));
          gate.awaitArrivals(1);
          bodys.awaitArrivals(1);
          owner.cancel();
          assertRaised(owner, failure);
          assertThat(bodys.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).as("children cancelled").isEqualTo(1);
        });
  }

  @EachModel
  void TG20_aChildThatIgnoresTheAbortIsWaitedForAndKeepsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          GroupChildren<Integer> ignoring = new GroupChildren<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          ignoring
                              .addTo(
                                  group,
                                  ignoringCancellationAt(
                                      gate, after(other, after(last, new Value<>(7)))))
                              .then(children.addTo(group, triggered.failing()))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          awaitEnd(children.get(0));
          assertThat(owner.isDone()).as("over while a child works on").isFalse();
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertRaised(owner, failure);
          assertThat(ignoring.get(0).result()).isEqualTo(7);
          assertThat(other.cancellations()).as("cancelled a second time").isZero();
          assertThat(last.cancellations()).as("cancelled a second time").isZero();
        });
  }

  @EachModel
  void TG20_aSecondFailureDoesNotCancelAChildThatIgnoredTheFirstAgain(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          Exception second = new Exception("F");
          Plan<Unit> ignoring = ignoringCancellationAt(gate, after(other, last.pass()));
          Plan<Unit> failsLate = ignoringCancellationAt(gate, after(bodys, new Fail<>(second)));
          Task<Unit> owner =
              model.start(
                  children.groupOf(bodyEnds, List.of(ignoring, failsLate, triggered.failing())));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          gate.awaitCancellations(2);
          other.awaitArrivals(1);
          bodys.awaitArrivals(1);
          bodys.open();
          awaitEnd(children.get(1));
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertRaised(owner, failure, second);
          assertThat(other.cancellations()).as("cancelled a second time").isZero();
          assertThat(last.cancellations()).as("cancelled a second time").isZero();
        });
  }

  @EachModel
  void TG20_aSecondCancellationFromOutsideIsNotPassedOnToChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          GroupChildren<Integer> ignoring = new GroupChildren<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          ignoring
                              .addTo(
                                  group,
                                  ignoringCancellationAt(
                                      gate, after(other, after(last, new Value<>(7)))))
                              .then(signal(bodyEnds, new NoOp()))));
          gate.awaitArrivals(1);
          await(bodyEnds);
          owner.cancel();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          assertThat(owner.cancel()).as("a request of an unfinished task is taken").isTrue();
          assertThat(owner.isDone()).isFalse();
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertCancelled(owner);
          assertThat(ignoring.get(0).result()).isEqualTo(7);
          assertThat(other.cancellations()).as("cancelled a second time").isZero();
          assertThat(last.cancellations()).as("cancelled a second time").isZero();
        });
  }
}
