package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupErrors.assertRaisedNested;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: groups in groups. Each test carries the ID of its line.
 */
class TaskGroupNestingContractTest {

  private final Gate gate = new Gate();
  private final Gate innerGate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final GroupChildren<Unit> outerChildren = new GroupChildren<>();
  private final GroupChildren<Unit> innerChildren = new GroupChildren<>();
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  private Plan<Unit> innerGroupOf(List<Plan<Unit>> plans) {
    return new OpenGroup<>(inner -> innerChildren.addTo(inner, plans));
  }

  @EachModel
  void TG24_anInnerGroupThatFailsInTheBodyIsTheBodysFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass(), triggered.failing()));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(outer -> outerChildren.addTo(outer, gate.pass()).then(inner)));
          gate.awaitArrivals(1);
          innerGate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaisedNested(owner, failure);
          assertThat(innerGate.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).as("outer children cancelled").isEqualTo(1);
          assertThat(outerChildren.get(0).isCancelled()).isTrue();
        });
  }

  @EachModel
  void TG24_anInnerGroupIsWaitedForWhileItsOuterOneGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass()));
          Plan<Integer> body = inner.then(count(ended));
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(outer -> outerChildren.addTo(outer, gate.pass()).then(body)));
          gate.awaitArrivals(1);
          innerGate.awaitArrivals(1);
          assertThat(ended).hasValue(0);
          innerGate.open();
          awaitEnd(innerChildren.get(0));
          assertThat(owner.isDone()).isFalse();
          gate.open();
          assertThat(await(owner)).isEqualTo(1);
        });
  }

  @EachModel
  void TG25_anOuterChildThatFailsCancelsTheInnerGroupWhichRaisesOnlyACancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger cancelled = new AtomicInteger();
          AtomicInteger failed = new AtomicInteger();
          Plan<Unit> inner =
              new OpenGroup<Unit>(
                  group -> innerChildren.addTo(group, innerGate.pass()).then(other.pass()));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      outer ->
                          outerChildren
                              .addTo(outer, triggered.failing())
                              .then(told(inner, cancelled, failed))));
          innerGate.awaitArrivals(1);
          other.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(innerGate.cancellations()).as("inner children cancelled").isEqualTo(1);
          assertThat(other.cancellations()).as("inner body cancelled").isEqualTo(1);
          assertThat(cancelled).as("cancellations out of the inner group").hasValue(1);
          assertThat(failed).as("failures out of the inner group").hasValue(0);
        });
  }

  @EachModel
  void TG25_anInnerGroupThatWaitsAtItsEndIsCancelledToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger cancelled = new AtomicInteger();
          AtomicInteger failed = new AtomicInteger();
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass(), innerGate.pass()));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      outer ->
                          outerChildren
                              .addTo(outer, triggered.failing())
                              .then(told(inner, cancelled, failed))));
          innerGate.awaitArrivals(2);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(innerGate.cancellations()).isEqualTo(2);
          assertThat(cancelled).hasValue(1);
          assertThat(failed).hasValue(0);
        });
  }

  /** Counts how a group ends, and lets that out. */
  private static Plan<Unit> told(Plan<Unit> group, AtomicInteger cancelled, AtomicInteger failed) {
    return group
        .cleanUp(count(cancelled))
        .recover(thrown -> count(failed).then(new Fail<>(thrown)));
  }

  @EachModel
  void TG25_aCancellationFromOutsideReachesAllLevels(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass()));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      outer ->
                          outerChildren
                              .addTo(outer, List.of(gate.pass(), inner))
                              .then(innerGroupOf(List.of(innerGate.pass())))));
          gate.awaitArrivals(1);
          innerGate.awaitArrivals(2);
          owner.cancel();
          assertCancelled(owner);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(innerGate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void TG26_anInnerGroupsFailureThatTheBodyCatchesDoesNotDisturbTheOuterOne(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass(), triggered.failing()));
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(
                      outer ->
                          outerChildren
                              .addTo(outer, gate.pass())
                              .then(inner.recover(thrown -> new NoOp()))
                              .then(outerChildren.addTo(outer, gate.pass()))
                              .then(after(other, new Value<>(5)))));
          gate.awaitArrivals(1);
          innerGate.awaitArrivals(1);
          triggered.triggerFailure();
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          assertThat(innerGate.cancellations()).isEqualTo(1);
          assertThat(outerChildren.get(0).isDone()).isFalse();
          gate.open();
          other.open();
          assertThat(await(owner)).isEqualTo(5);
          assertThat(gate.cancellations()).isZero();
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG27_aChildWhoseOwnGroupFailsIsAnEntryAndItsSiblingsAreCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> inner = innerGroupOf(List.of(innerGate.pass(), triggered.failing()));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      outer -> outerChildren.addTo(outer, List.of(gate.pass(), inner))));
          gate.awaitArrivals(1);
          innerGate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaisedNested(owner, failure);
          assertThat(innerGate.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).as("siblings cancelled").isEqualTo(1);
          assertThat(outerChildren.get(1).exception())
              .containsSame(GroupErrors.of(owner).getFirst());
        });
  }

  @EachModel
  void TG27_groupsInGroupsTenLevelsDeepEachAddALayer(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> nested = new Fail<>(failure);
          for (int level = 0; level < 10; level++) {
            Plan<Unit> child = nested;
            nested = new OpenGroup<>(group -> group.add(child).then(new NoOp()));
          }
          Task<Unit> owner = model.start(nested);
          awaitEnd(owner);
          Throwable raised = owner.exception().orElseThrow();
          for (int level = 0; level < 10; level++) {
            assertThat(GroupErrors.in(raised)).hasSize(1);
            raised = GroupErrors.in(raised).getFirst();
          }
          assertThat(raised).isSameAs(failure);
        });
  }
}
