package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.GroupErrors.assertRaised;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.ignoringCancellationAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Group;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The lines of section 7 of the semantics that a group with fixed children can meet: it has no
 * body, its children are no tasks, and its value is theirs. Each test carries the ID of its line.
 */
class GroupContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Exception third = new Exception("G");
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

  @EachModel
  void TG1_theGroupWaitsForAllAndGivesTheirValuesInArgumentOrder(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Integer>> owner =
              model.start(
                  new Group<>(
                      List.of(
                          after(gate, new Value<>(1)),
                          after(other, new Value<>(2)),
                          new Value<>(3))));
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          other.open();
          assertThat(owner.isDone()).as("over while a child waits").isFalse();
          gate.open();
          assertThat(await(owner)).containsExactly(1, 2, 3);
        });
  }

  @EachModel
  void TG1_aThousandChildrenAreWaitedForWhenTheGroupIsRun(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Plan<Integer>> children = new ArrayList<>();
          for (int i = 0; i < 1000; i++) {
            children.add(new Value<>(i));
          }
          assertThat(model.run(new Group<>(children)))
              .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        });
  }

  @EachModel
  void TG2_aGroupOfNothingIsEmpty(Model kind) {
    ContractCase.on(
        kind, model -> assertThat(model.run(new Group<>(List.<Plan<Unit>>of()))).isEmpty());
  }

  @EachModel
  void TG4_aFailureCancelsItsSiblingsWaitsForTheirEndAndIsRaisedThen(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger cleaned = new AtomicInteger();
          Plan<Unit> slowToEnd = gate.pass().cleanUp(after(other, count(cleaned)));
          Task<List<Unit>> owner =
              model.start(new Group<>(List.of(slowToEnd, triggered.failing(), slowToEnd)));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(owner.isDone()).as("over while siblings clean up").isFalse();
          other.open();
          assertRaised(owner, failure);
          assertThat(cleaned).as("clean-ups that ended before the group").hasValue(2);
          assertThat(other.cancellations()).as("clean-ups cut short").isZero();
        });
  }

  @EachModel
  void TG4_aFailureAtOnceInAThousandChildrenEndsThemAll(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger unharmed = new AtomicInteger();
          List<Plan<Integer>> children =
              new ArrayList<>(Collections.nCopies(1000, after(gate, count(unharmed))));
          children.set(500, new Fail<>(failure));
          assertRaised(model.start(new Group<>(children)), failure);
          assertThat(unharmed).hasValue(0);
        });
  }

  @EachModel
  void TG6_codeAfterAFailedGroupRunsOnUncancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> owner =
              model.start(
                  new Group<>(List.of(gate.pass(), triggered.failing()))
                      .recover(thrown -> after(other, new Value<>(List.of()))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          other.awaitArrivals(1);
          other.open();
          assertThat(await(owner)).isEmpty();
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(other.cancellations()).isZero();
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
    Task<Integer> one = model.start(new Value<>(1));
    Task<Integer> two = model.start(new Value<>(2));
    awaitEnd(one);
    awaitEnd(two);
    List<Plan<Integer>> children = new ArrayList<>(List.of(new Await<>(one), new Await<>(two)));
    children.add(position, after(start, new Fail<>(failure)));
    Task<List<Integer>> owner = model.start(new Group<>(children));
    start.awaitArrivals(1);
    start.open();
    assertRaised(owner, failure);
    assertThat(one.result()).isEqualTo(1);
    assertThat(two.result()).isEqualTo(2);
  }

  @EachModel
  void TG8_ofFailuresInTheSameInstantThoseThatHappenedAreRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Set<Throwable> happened = ConcurrentHashMap.newKeySet();
          Task<List<Unit>> owner =
              model.start(
                  new Group<>(
                      List.of(
                          after(gate, failing(failure, happened)),
                          after(gate, failing(second, happened)),
                          after(gate, failing(third, happened)))));
          gate.awaitArrivals(3);
          gate.open();
          List<Throwable> errors = GroupErrors.of(owner);
          assertThat(errors)
              .isNotEmpty()
              .doesNotHaveDuplicates()
              .containsExactlyInAnyOrderElementsOf(happened);
        });
  }

  private static Plan<Unit> failing(Exception failure, Set<Throwable> happened) {
    return new Call<>(
        () -> {
          happened.add(failure);
          throw failure;
        });
  }

  @EachModel
  void TG8_failuresOfThoseThatWorkOnAreRaisedAfterTheFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> owner =
              model.start(
                  new Group<>(
                      List.of(
                          ignoringCancellationAt(gate, after(other, new Fail<>(second))),
                          ignoringCancellationAt(gate, after(other, new Fail<>(third))),
                          triggered.failing())));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          gate.awaitCancellations(2);
          other.awaitArrivals(2);
          assertThat(owner.isDone()).isFalse();
          other.open();
          List<Throwable> errors = GroupErrors.of(owner);
          assertThat(errors.getFirst()).isSameAs(failure);
          assertThat(errors).containsExactlyInAnyOrder(failure, second, third);
        });
  }

  @EachModel
  void TG9_aFailureOfACleanUpIsRaisedAfterTheFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(second));
          Task<List<Unit>> owner =
              model.start(new Group<>(List.of(failsToCleanUp, triggered.failing())));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, failure, second);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG10_siblingsThatTheGroupCancelsAreNoEntries(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<List<Unit>> owner =
              model.start(
                  new Group<>(List.of(gate.pass(), triggered.failing(), gate.pass(), gate.pass())));
          gate.awaitArrivals(3);
          triggered.triggerFailure();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(3);
        });
  }

  @EachModel
  void TG30_anErrorIsAnEntryLikeAnyOther(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          Task<List<Unit>> owner =
              model.start(new Group<>(List.of(gate.pass(), after(trigger, new Fail<>(error)))));
          gate.awaitArrivals(1);
          triggered.triggerFailure();
          assertRaised(owner, error);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG32_entriesAreTheIdenticalObjectsAndTheMessageTellsNothingOfThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          TaskGroupException one = raisedBy(model, new IOException("4711"));
          TaskGroupException two = raisedBy(model, new RuntimeException("4712"));
          assertThat(one.getMessage()).isNotBlank().doesNotContain("471");
          assertThat(two).hasMessage(one.getMessage());
        });
  }

  private static TaskGroupException raisedBy(ExecutionModel model, Exception failure) {
    Throwable raised = catchThrowable(() -> model.run(new Group<>(List.of(new Fail<>(failure)))));
    assertThat(GroupErrors.in(raised)).containsExactly(failure);
    assertThat(raised.getCause()).isSameAs(failure);
    return (TaskGroupException) raised;
  }

  @EachModel
  void TG33_noChildIsAliveAfterTheGroupHoweverItEnds(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger alive = new AtomicInteger();
          Plan<Integer> ends = new Call<>(alive::decrementAndGet);
          Plan<Integer> child = count(alive).then(gate.pass().cleanUp(ends)).then(ends);
          Plan<Integer> aliveAfter = new Call<>(alive::get);
          Plan<Integer> unreached = new Value<>(-1);
          Task<Integer> cancelled =
              model.start(
                  new Group<>(List.of(child, child))
                      .then(unreached)
                      .onCancel(cancellation -> aliveAfter));
          gate.awaitArrivals(2);
          assertThat(alive).hasValue(2);
          cancelled.cancel();
          assertThat(await(cancelled)).isZero();
          Task<Integer> failed =
              model.start(
                  new Group<Object>(List.of(child, child, triggered.failing()))
                      .then(unreached)
                      .recover(thrown -> aliveAfter));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
          assertThat(await(failed)).isZero();
          assertThat(gate.cancellations()).isEqualTo(4);
          Task<Integer> valued = model.start(new Group<>(List.of(child, child)).then(aliveAfter));
          gate.awaitArrivals(2);
          gate.open();
          assertThat(await(valued)).isZero();
        });
  }

  @EachModel
  void TG33_aRunOfAFailedGroupLeavesNothingBehind(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger alive = new AtomicInteger();
          Plan<Integer> child =
              count(alive)
                  .then(gate.pass().cleanUp(new Call<>(alive::decrementAndGet)))
                  .then(new Value<>(0));
          assertThatThrownBy(
                  () -> model.run(new Group<>(List.of(child, new Fail<Integer>(failure), child))))
              .satisfies(raised -> assertThat(GroupErrors.in(raised)).containsExactly(failure));
          assertThat(alive).hasValue(0);
        });
  }
}
