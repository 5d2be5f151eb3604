package dev.heddle.model;

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
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;

/**
 * Section 7 of the semantics, TaskGroup: what is raised where children fail. Each test carries the
 * ID of its line.
 */
class TaskGroupErrorsContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");
  private final Exception second = new Exception("F");
  private final Exception third = new Exception("G");
  private final GroupChildren<Unit> children = new GroupChildren<>();
  private final TriggeredFailure triggered = new TriggeredFailure(trigger, failure);

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
                                  triggered.failing()))));
          gate.awaitArrivals(2);
          triggered.triggerFailure();
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
                      group ->
                          children.addTo(group, List.of(failsToCleanUp, triggered.failing()))));
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
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          children.addTo(
                              group,
                              List.of(
                                  gate.pass(), triggered.failing(), gate.pass(), gate.pass()))));
          gate.awaitArrivals(3);
          triggered.triggerFailure();
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
