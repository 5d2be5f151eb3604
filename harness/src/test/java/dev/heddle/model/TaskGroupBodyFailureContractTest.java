package dev.heddle.model;

import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Fail;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.task.Task;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: what a failure of the body does, and what a body makes of
 * one of its children. Each test carries the ID of its line.
 */
class TaskGroupBodyFailureContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final GroupChildren<Unit> children = new GroupChildren<>();
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG11_aFailureOfTheBodyCancelsTheChildrenWaitsForThemAndIsRaisedInAGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group -> children.addTo(group, slowToEnd).then(triggered.failing())));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          assertThat(owner.isDone()).as("over while a child cleans up").isFalse();
          other.open();
          assertRaised(owner, failure);
          assertThat(children.get(0).isCancelled()).isTrue();
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG11_aFailureOfABodyWithoutChildrenIsRaisedInAGroupToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          assertRaised(model.start(new OpenGroup<Unit>(group -> new Fail<>(failure))), failure);
          assertThatThrownBy(() -> model.run(new OpenGroup<Unit>(group -> new Fail<>(failure))))
              .satisfies(raised -> assertThat(GroupErrors.in(raised)).containsExactly(failure));
        });
  }

  @EachModel
  void TG11_whatTheBodysFunctionThrowsIsItsFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          IllegalArgumentException thrown = new IllegalArgumentException("no plan");
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group -> {
                        throw thrown;
                      }));
          assertRaised(owner, thrown);
        });
  }

  @EachModel
  void TG12_theChildsFailureStandsBeforeTheOneThatTheBodyAnswersItsCancellationWith(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, triggered.failing())
                              .then(gate.pass().cleanUp(new Fail<>(second)))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, failure, second);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG12_theBodysFailureStandsLastEvenIfItCameFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, gate.pass().cleanUp(new Fail<>(second)))
                              .then(triggered.failing())));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, second, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG13_aBodyMaySwallowTheGroupsCancellationAndGoOnYetTheGroupFailsAtItsEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger wentOn = new AtomicInteger();
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, triggered.failing())
                              .then(ignoringCancellationAt(gate, after(other, count(wentOn))))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          awaitEnd(children.get(0));
          assertThat(owner.isDone()).as("over while its body goes on").isFalse();
          other.open();
          assertRaised(owner, failure);
          assertThat(wentOn).hasValue(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG30_anErrorOfTheBodyIsAnEntryLikeAnyOther(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, gate.pass())
                              .then(after(trigger, new Fail<>(error)))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, error);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG31_aChildAddedJustBeforeTheBodyFailsDoesNotComplete(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger completed = new AtomicInteger();
          GroupChildren<Integer> late = new GroupChildren<>();
          int rounds = 100;
          for (int round = 0; round < rounds; round++) {
            Task<Unit> owner =
                model.start(
                    new OpenGroup<>(
                        group ->
                            late.addTo(group, after(gate, count(completed)))
                                .then(new Fail<>(failure))));
            assertRaised(owner, failure);
            assertThat(late.get(round).isCancelled()).isTrue();
          }
          assertThat(completed).hasValue(0);
        });
  }
}
