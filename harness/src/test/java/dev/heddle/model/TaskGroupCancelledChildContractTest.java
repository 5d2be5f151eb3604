package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupSteps.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Fail;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/**
 * Section 7 of the semantics, TaskGroup: children that are cancelled on their own. Each test
 * carries the ID of its line.
 */
class TaskGroupCancelledChildContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate bodys = new Gate();
  private final CountDownLatch bodyEnds = new CountDownLatch(1);
  private final GroupChildren<Unit> children = new GroupChildren<>();

  @EachModel
  void TG14_aChildCancelledOnItsOwnDisturbsNobodyAndTheGroupEndsNormally(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<String> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, List.of(gate.pass(), other.pass()))
                              .then(after(bodys, new Value<>("v")))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          bodys.awaitArrivals(1);
          assertThat(children.get(0).cancel()).isTrue();
          assertCancelled(children.get(0));
          assertThat(children.get(1).isDone()).isFalse();
          assertThat(owner.isDone()).isFalse();
          bodys.open();
          other.open();
          assertThat(await(owner)).isEqualTo("v");
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
          assertThat(bodys.cancellations()).isZero();
        });
  }

  @EachModel
  void TG14_theLastChildMayBeCancelledWhileTheOwnerWaitsForIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> owner =
              model.start(children.groupOf(bodyEnds, List.of(gate.pass())).then(new Value<>(1)));
          gate.awaitArrivals(1);
          await(bodyEnds);
          children.get(0).cancel();
          assertThat(await(owner)).isEqualTo(1);
          assertCancelled(children.get(0));
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG14_aChildMayCancelItsSibling(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Boolean> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          group
                              .add(gate.pass())
                              .then(task -> group.add(after(other, new Cancel(task))))
                              .then(canceller -> new Await<>(canceller))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          other.open();
          assertThat(await(owner)).as("whether the request was taken").isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG14_aBodyThatAwaitsTheCancelledChildAndLetsThatOutEndsTheGroupCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> child = model.start(gate.pass());
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, other.pass())
                              .then(signal(waiting, new Await<>(child)))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          await(waiting);
          child.cancel();
          assertCancelled(owner);
          assertThat(other.cancellations()).as("siblings cancelled").isEqualTo(1);
        });
  }

  @EachModel
  void TG15_aChildThatThrowsACancellationByItselfDisturbsNobody(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> throwing = after(gate, new Fail<>(new CancellationException("own")));
          Task<String> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children
                              .addTo(group, List.of(throwing, other.pass()))
                              .then(after(bodys, new Value<>("v")))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          bodys.awaitArrivals(1);
          gate.open();
          assertCancelled(children.get(0));
          assertThat(children.get(1).isDone()).isFalse();
          assertThat(owner.isDone()).isFalse();
          bodys.open();
          other.open();
          assertThat(await(owner)).isEqualTo("v");
          assertThat(other.cancellations()).isZero();
          assertThat(bodys.cancellations()).isZero();
        });
  }
}
