package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Group;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lines of section 7 of the semantics that a group with fixed children can meet: cancellations
 * of single children and from outside, and those who ignore them. Each test carries the ID of its
 * line.
 */
class GroupCancellationContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG14_aChildCancelledOnItsOwnLetsTheOthersGoOnAndTheGroupThenEndsCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Task<Integer> child = model.start(after(gate, new Value<>(1)));
          Task<List<Integer>> owner =
              model.start(new Group<>(List.of(new Await<>(child), after(other, count(ended)))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          child.cancel();
          assertCancelled(child);
          assertThat(owner.isDone()).as("over while a sibling waits").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(ended).as("siblings that came to their end").hasValue(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG15_aChildThatThrowsACancellationByItselfDoesTheSame(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Plan<Integer> throwing = after(gate, new Fail<>(new CancellationException("own")));
          Task<List<Integer>> owner =
              model.start(new Group<>(List.of(throwing, after(other, count(ended)))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          gate.open();
          assertThat(owner.isDone()).as("over while a sibling waits").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(ended).as("siblings that came to their end").hasValue(1);
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void TG15_aFailureAfterThatIsStillRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> child = model.start(gate.pass());
          Task<List<Unit>> owner =
              model.start(
                  new Group<>(List.of(new Await<>(child), triggered.failing(), other.pass())));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          child.cancel();
          assertCancelled(child);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(other.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG16_cancellingTheOwnerCancelsTheChildrenWaitsAndGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<List<Unit>> owner = model.start(new Group<>(List.of(slowToEnd, slowToEnd)));
          gate.awaitArrivals(2);
          assertThat(owner.cancel()).isTrue();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(owner.isDone()).as("over while children clean up").isFalse();
          other.open();
          assertCancelled(owner);
          assertThat(other.cancellations()).as("clean-ups cut short").isZero();
        });
  }

  @EachModel
  void TG16_aCleanUpThatFailsIsRaisedInsteadOfTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(failure));
          Task<List<Unit>> owner = model.start(new Group<>(List.of(failsToCleanUp, gate.pass())));
          gate.awaitArrivals(2);
          owner.cancel();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void TG16_theCancellationStaysPendingWhereAFailureIsRaisedInsteadOfIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger raised = new AtomicInteger();
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(failure));
          Plan<Unit> group = new Group<>(List.of(failsToCleanUp)).then(new NoOp());
          Task<Unit> owner = model.start(group.recover(thrown -> count(raised).then(other.pass())));
          gate.awaitArrivals(1);
          owner.cancel();
          assertCancelled(owner);
          assertThat(raised).as("groups raised").hasValue(1);
          assertThat(other.cancellations()).as("delivered after the group").isEqualTo(1);
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
          Plan<Unit> group = new Group<>(List.of(ignoring, triggered.failing())).then(new NoOp());
          Task<Unit> owner = model.start(group.recover(thrown -> count(raised).then(later.pass())));
          gate.awaitArrivals(1);
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
  void TG18_theGroupIsCancelledEvenIfItsChildrenSwallowTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger swallowed = new AtomicInteger();
          Plan<Integer> swallowing = ignoringCancellationAt(gate, count(swallowed));
          Task<List<Integer>> owner = model.start(new Group<>(List.of(swallowing, swallowing)));
          gate.awaitArrivals(2);
          owner.cancel();
          assertCancelled(owner);
          assertThat(swallowed).hasValue(2);
        });
  }

  @EachModel
  void TG20_aChildThatIgnoresTheAbortIsWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          AtomicInteger ended = new AtomicInteger();
          Plan<Integer> ignoring =
              ignoringCancellationAt(gate, after(other, after(last, count(ended))));
          Task<List<Object>> owner =
              model.start(new Group<Object>(List.of(ignoring, triggered.failing())));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          assertThat(owner.isDone()).as("over while a child works on").isFalse();
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertRaised(owner, failure);
          assertThat(ended).hasValue(1);
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
          AtomicInteger ended = new AtomicInteger();
          Plan<Integer> ignoring =
              ignoringCancellationAt(gate, after(other, after(last, count(ended))));
          Task<List<Integer>> owner = model.start(new Group<>(List.of(ignoring)));
          gate.awaitArrivals(1);
          owner.cancel();
          gate.awaitCancellations(1);
          other.awaitArrivals(1);
          assertThat(owner.cancel()).as("a request of an unfinished task is taken").isTrue();
          assertThat(owner.isDone()).isFalse();
          other.open();
          last.awaitArrivals(1);
          last.open();
          assertCancelled(owner);
          assertThat(ended).hasValue(1);
          assertThat(other.cancellations()).as("cancelled a second time").isZero();
          assertThat(last.cancellations()).as("cancelled a second time").isZero();
        });
  }
}
