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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.heddle.task.TaskGroupException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: what a failure of a child or of the body does, and what is
 * raised. Each test carries the ID of its line.
 */
class TaskGroupFailureContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Exception third = new Exception("G");
  private final GroupChildren<Unit> children = new GroupChildren<>();

  /** A child that fails when the test triggers it. */
  private Plan<Unit> failing() {
    return after(trigger, new Fail<>(failure));
  }

  private void triggerFailure() throws InterruptedException {
    trigger.awaitArrivals(1);
    trigger.open();
  }

  @EachModel
  void TG4_aFailureCancelsItsSiblingsWaitsForTheirEndAndIsRaisedThen(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group -> children.addTo(group, List.of(slowToEnd, failing(), slowToEnd))));
          gate.awaitArrivals(2);
          triggerFailure();
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
                              .addTo(group, failing())
                              .then(gate.pass().cleanUp(count(delivered)))
                              .then(count(wentOn))));
          gate.awaitArrivals(1);
          triggerFailure();
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
              model.start(new OpenGroup<>(group -> children.addTo(group, failing()).then(pattern)));
          gate.awaitArrivals(2);
          triggerFailure();
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
                  new OpenGroup<Unit>(group -> children.addTo(group, failing()).then(gate.pass()))
                      .recover(thrown -> other.pass())
                      .then(new Value<>(1)));
          gate.awaitArrivals(1);
          triggerFailure();
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
                              children.addTo(group, failing()).then(signal(bodyEnds, new NoOp())))
                      .recover(thrown -> other.pass())
                      .then(new Value<>(1)));
          await(bodyEnds);
          triggerFailure();
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
                  new OpenGroup<Unit>(group -> children.addTo(group, failing()).then(gate.pass()))
                      .recover(thrown -> other.pass()));
          gate.awaitArrivals(1);
          triggerFailure();
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

  @EachModel
  void TG8_ofFailuresInTheSameInstantThoseThatHappenedAreRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Set<Throwable> all = Set.of(failure, second, third);
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group,
                              List.of(
                                  after(gate, new Fail<>(failure)),
                                  after(gate, new Fail<>(second)),
                                  after(gate, new Fail<>(third))))));
          gate.awaitArrivals(3);
          gate.open();
          List<Throwable> errors = GroupErrors.of(owner);
          assertThat(errors).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(all);
          assertThat(errors).containsExactlyInAnyOrderElementsOf(failuresOfChildren(3));
        });
  }

  private List<Throwable> failuresOfChildren(int count) throws Exception {
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Task<Unit> child = children.get(i);
      if (child.state() == Future.State.FAILED) {
        failures.add(child.exception().orElseThrow());
      }
    }
    return failures;
  }

  @EachModel
  void TG8_failuresOfThoseThatWorkOnAreRaisedInTheOrderInWhichTheyHappened(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate last = new Gate();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group,
                              List.of(
                                  ignoringCancellationAt(gate, after(last, new Fail<>(third))),
                                  ignoringCancellationAt(gate, after(other, new Fail<>(second))),
                                  failing()))));
          gate.awaitArrivals(2);
          triggerFailure();
          gate.awaitCancellations(2);
          other.awaitArrivals(1);
          last.awaitArrivals(1);
          other.open();
          awaitEnd(children.get(1));
          last.open();
          assertRaised(owner, failure, second, third);
        });
  }

  @EachModel
  void TG9_aFailureOfACleanUpIsRaisedAfterTheFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> failsToCleanUp = gate.pass().cleanUp(new Fail<>(second));
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group -> children.addTo(group, List.of(failsToCleanUp, failing()))));
          gate.awaitArrivals(1);
          triggerFailure();
          assertRaised(owner, failure, second);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TG10_siblingsThatTheGroupCancelsAreNoEntries(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group, List.of(gate.pass(), failing(), gate.pass(), gate.pass()))));
          gate.awaitArrivals(3);
          triggerFailure();
          assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(3);
          for (int sibling : List.of(0, 2, 3)) {
            assertThat(children.get(sibling).isCancelled()).isTrue();
          }
        });
  }

  @EachModel
  void TG10_aSiblingThatAwaitsTheFailingOneIsCancelledAndNoEntry(Model kind) {
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
                            group
                                .add(child)
                                .then(task -> group.add(signal(waiting, new Await<>(task))))
                                .then(new NoOp())));
            start.awaitArrivals(1);
            await(waiting);
            start.open();
            assertRaised(owner, failure);
          }
        });
  }

  @EachModel
  void TG11_aFailureOfTheBodyCancelsTheChildrenWaitsForThemAndIsRaisedInAGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> slowToEnd = gate.pass().cleanUp(other.pass());
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(group -> children.addTo(group, slowToEnd).then(failing())));
          gate.awaitArrivals(1);
          triggerFailure();
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
                              .addTo(group, failing())
                              .then(gate.pass().cleanUp(new Fail<>(second)))));
          gate.awaitArrivals(1);
          triggerFailure();
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
                              .then(failing())));
          gate.awaitArrivals(1);
          triggerFailure();
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
                              .addTo(group, failing())
                              .then(ignoringCancellationAt(gate, after(other, count(wentOn))))));
          gate.awaitArrivals(1);
          triggerFailure();
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
  void TG30_anErrorOfAChildIsAnEntryLikeAnyOther(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("an Error is a failure like any other");
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group, List.of(gate.pass(), after(trigger, new Fail<>(error))))));
          gate.awaitArrivals(1);
          triggerFailure();
          assertRaised(owner, error);
          assertThat(gate.cancellations()).isEqualTo(1);
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
          triggerFailure();
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

  @EachModel
  void TG32_entriesAreTheIdenticalObjectsAndTheMessageTellsNothingOfThem(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          TaskGroupException one = raisedBy(model, new IOException("4711"), new Error("4712"));
          TaskGroupException two = raisedBy(model, new RuntimeException("4713"), failure);
          assertThat(one.getMessage()).isNotBlank().doesNotContain("471");
          assertThat(two).hasMessage(one.getMessage());
        });
  }

  /** What a group raises of which one child fails, and another while it is being cancelled. */
  private static TaskGroupException raisedBy(ExecutionModel model, Throwable first, Throwable later)
      throws Exception {
    Gate waiting = new Gate();
    Gate start = new Gate();
    GroupChildren<Unit> two = new GroupChildren<>();
    Task<Unit> owner =
        model.start(
            new OpenGroup<>(
                group ->
                    two.addTo(
                        group,
                        List.of(
                            after(start, new Fail<>(first)),
                            waiting.pass().cleanUp(new Fail<>(later))))));
    waiting.awaitArrivals(1);
    start.awaitArrivals(1);
    start.open();
    assertRaised(owner, first, later);
    TaskGroupException raised = (TaskGroupException) owner.exception().orElseThrow();
    assertThat(raised.getCause()).isSameAs(first);
    assertThat(raised.getSuppressed()).containsExactly(later);
    assertThat(two.get(0).exception()).containsSame(first);
    assertThat(two.get(1).exception()).containsSame(later);
    return raised;
  }
}
