package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupErrors.assertRaisedNested;
import static dev.heddle.model.GroupSteps.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;

/**
 * The lines of section 7 of the semantics that a group with fixed children can meet: groups in
 * groups, of both kinds. Each test carries the ID of its line.
 */
class GroupNestingContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG27_aChildThatIsAGroupWhichFailsIsAnEntryAndItsSiblingsAreCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Unit>> inner = new Group<>(List.of(other.pass(), triggered.failing()));
          Task<List<Object>> owner = model.start(new Group<Object>(List.of(gate.pass(), inner)));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaisedNested(owner, failure);
          assertThat(other.cancellations()).isEqualTo(1);
          assertThat(gate.cancellations()).as("siblings cancelled").isEqualTo(1);
        });
  }

  @EachModel
  void TG27_groupsOfBothKindsNestEitherWayAndEachAddsALayer(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Unit>> fixed = new Group<>(List.of(triggered.failing()));
          Task<Unit> fixedInOpen =
              model.start(new OpenGroup<>(group -> group.add(fixed).then(gate.pass())));
          Plan<Unit> open =
              new OpenGroup<>(group -> group.add(triggered.failing()).then(gate.pass()));
          Task<List<Unit>> openInFixed = model.start(new Group<>(List.of(other.pass(), open)));
          trigger.awaitArrivals(2);
          gate.awaitArrivals(2);
          other.awaitArrivals(1);
          trigger.open();
          assertRaisedNested(fixedInOpen, failure);
          assertRaisedNested(openInFixed, failure);
          assertThat(gate.cancellations()).as("bodies cancelled").isEqualTo(2);
          assertThat(other.cancellations()).as("siblings cancelled").isEqualTo(1);
        });
  }

  @EachModel
  void TG24_aFixedGroupThatFailsInTheBodyOfAnOpenOneIsTheBodysFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Unit>> body = new Group<>(List.of(other.pass(), triggered.failing()));
          Task<List<Unit>> owner =
              model.start(new OpenGroup<>(group -> group.add(gate.pass()).then(body)));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaisedNested(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(other.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG25_anOuterFailureCancelsAnInnerGroupWhichIsNoEntryThen(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Unit> children = new GroupChildren<>();
          Plan<Unit> open =
              new OpenGroup<>(group -> children.addTo(group, gate.pass()).then(gate.pass()));
          Plan<List<Unit>> fixed = new Group<>(List.of(gate.pass(), gate.pass()));
          Task<List<Object>> owner =
              model.start(new Group<Object>(List.of(open, fixed, triggered.failing())));
          gate.awaitArrivals(4);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(4);
          assertThat(children.get(0).isCancelled()).isTrue();
        });
  }

  @EachModel
  void TG25_aCancellationFromOutsideReachesAllLevels(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> open = new OpenGroup<>(group -> group.add(gate.pass()).then(gate.pass()));
          Plan<List<Unit>> fixed = new Group<>(List.of(gate.pass(), open));
          Task<List<List<Unit>>> owner = model.start(new Group<>(List.of(fixed, fixed)));
          gate.awaitArrivals(6);
          owner.cancel();
          assertCancelled(owner);
          assertThat(gate.cancellations()).isEqualTo(6);
        });
  }

  @EachModel
  void TG26_anInnerGroupsFailureThatAChildCatchesDoesNotDisturbItsSiblings(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<List<Unit>> inner = new Group<>(List.of(other.pass(), triggered.failing()));
          Plan<Integer> catching = inner.then(new Value<>(0)).recover(thrown -> new Value<>(1));
          Task<List<Integer>> owner =
              model.start(new Group<>(List.of(after(gate, new Value<>(2)), catching)));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          triggered.triggerFailure();
          other.awaitCancellations(1);
          assertThat(owner.isDone()).isFalse();
          gate.open();
          assertThat(await(owner)).containsExactly(2, 1);
          assertThat(gate.cancellations()).isZero();
        });
  }
}
