package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.handOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: who may add children and when. Each test carries the ID of
 * its line.
 *
 * <p>Of TG21, "not entered" cannot happen: a handle exists only while its group does, or later.
 */
class TaskGroupAddContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void TG21_addingToAFinishedGroupIsRefusedAndTheWorkNeverRuns(Model kind) {
    AtomicInteger runs = new AtomicInteger();
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<TaskGroup> handle = new CompletableFuture<>();
          await(model.start(new OpenGroup<>(group -> handOut(group, handle))));
          assertRefused(handle.join(), runs, "finished");
          Task<Task<Integer>> late = model.start(handle.join().add(count(runs)));
          awaitEnd(late);
          assertThat(late.exception().orElseThrow())
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("finished");
        });
    assertThat(runs).as("runs of refused work").hasValue(0);
  }

  @EachModel
  void TG21_addingToAGroupThatHasFailedIsRefused(Model kind) {
    AtomicInteger runs = new AtomicInteger();
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<TaskGroup> handle = new CompletableFuture<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(group -> handOut(group, handle).then(new Fail<>(failure))));
          GroupErrors.assertRaised(owner, failure);
          assertRefused(handle.join(), runs, "finished");
        });
    assertThat(runs).as("runs of refused work").hasValue(0);
  }

  @EachModel
  void TG21_addingToAGroupThatIsShuttingDownIsRefusedWhoeverTries(Model kind) {
    AtomicInteger runs = new AtomicInteger();
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<TaskGroup> handle = new CompletableFuture<>();
          GroupChildren<Unit> children = new GroupChildren<>();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          handOut(group, handle)
                              .then(
                                  children.addTo(
                                      group,
                                      List.of(
                                          after(trigger, new Fail<>(failure)),
                                          gate.pass().cleanUp(refusedTo(group, runs)))))
                              .then(gate.pass())
                              .cleanUp(refusedTo(group, runs))));
          trigger.awaitArrivals(1);
          gate.awaitArrivals(2);
          trigger.open();
          other.awaitArrivals(2);
          assertRefused(handle.join(), runs, "shutting down");
          other.open();
          GroupErrors.assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
    assertThat(runs).as("runs of refused work").hasValue(0);
  }

  /** Tries to add, which must be refused, then waits at the other gate. */
  private Plan<Unit> refusedTo(TaskGroup group, AtomicInteger runs) {
    return group
        .add(count(runs))
        .then(new Value<>("was let in"))
        .recover(refusal -> new Value<>(refusal.getClass().getSimpleName()))
        .then(
            how ->
                how.equals("IllegalStateException")
                    ? other.pass()
                    : new Fail<>(new AssertionError(how)));
  }

  private static void assertRefused(TaskGroup group, AtomicInteger runs, String why) {
    assertThatThrownBy(() -> group.start(count(runs)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
    assertThatThrownBy(() -> group.start(count(runs), "named"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(why);
  }

  @EachModel
  void TG22_aChildThatAChildAddsStartsAtOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate bodys = new Gate();
          Plan<Unit> grandchild = other.pass();
          Task<Unit> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          group.add(group.add(grandchild).then(gate.pass())).then(bodys.pass())));
          bodys.awaitArrivals(1);
          gate.awaitArrivals(1);
          other.awaitArrivals(1);
          assertThat(owner.isDone()).isFalse();
          bodys.open();
          gate.open();
          other.open();
          await(owner);
        });
  }

  @EachModel
  void TG22_aChildMayAddAChildAfterTheBodyHasEndedAndThatIsWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          CountDownLatch bodyEnds = new CountDownLatch(1);
          Plan<Unit> group =
              new OpenGroup<>(
                  g ->
                      g.add(after(gate, g.add(after(other, count(ended)))))
                          .then(signal(bodyEnds, new NoOp())));
          Task<Integer> owner = model.start(group.then(new Call<>(ended::get)));
          gate.awaitArrivals(1);
          await(bodyEnds);
          gate.open();
          other.awaitArrivals(1);
          assertThat(owner.isDone()).as("over while the grandchild waits").isFalse();
          other.open();
          assertThat(await(owner)).as("grandchildren ended before the group").isEqualTo(1);
        });
  }

  @EachModel
  void TG22_grandchildrenAHundredLevelsDeepAreWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Plan<Integer> family =
              new OpenGroup<>(group -> descend(group, 100, ended)).then(new Call<>(ended::get));
          Task<Integer> owner = model.start(family);
          gate.awaitArrivals(1);
          assertThat(owner.isDone()).isFalse();
          gate.open();
          assertThat(await(owner)).isEqualTo(101);
        });
  }

  /** Each generation adds the next and ends; only the last waits. */
  private Plan<Integer> descend(TaskGroup group, int generations, AtomicInteger ended) {
    return generations == 0
        ? after(gate, count(ended))
        : group.add(descend(group, generations - 1, ended)).then(count(ended));
  }

  @EachModel
  void TG22_aTreeOfGrandchildrenIsWaitedForWhileItsParentsEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int round = 0; round < 10; round++) {
            AtomicInteger ended = new AtomicInteger();
            Plan<Integer> family =
                new OpenGroup<>(group -> spread(group, 7, ended)).then(new Call<>(ended::get));
            assertThat(await(model.start(family))).isEqualTo(255);
          }
        });
  }

  /** Each generation adds two of the next and ends; nobody waits. */
  private static Plan<Integer> spread(TaskGroup group, int generations, AtomicInteger ended) {
    if (generations == 0) {
      return count(ended);
    }
    Plan<Integer> next = spread(group, generations - 1, ended);
    return group.add(next).then(group.add(next)).then(count(ended));
  }

  @EachModel
  void TG22_aFailureCancelsGrandchildrenToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Task<Integer> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          group
                              .add(after(trigger, new Fail<>(failure)))
                              .then(descend(group, 3, ended))));
          trigger.awaitArrivals(1);
          gate.awaitArrivals(1);
          trigger.open();
          GroupErrors.assertRaised(owner, failure);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(ended).as("generations that came to their end").hasValueLessThan(4);
        });
  }

  @EachModel
  void TG22_whoeverHoldsTheHandleMayAdd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<TaskGroup> handle = new CompletableFuture<>();
          AtomicInteger ended = new AtomicInteger();
          Plan<Unit> group = new OpenGroup<>(g -> handOut(g, handle).then(gate.pass()));
          Task<Integer> owner = model.start(group.then(new Call<>(ended::get)));
          gate.awaitArrivals(1);
          handle.join().start(after(other, count(ended)));
          Task<Task<Integer>> stranger = model.start(handle.join().add(after(other, count(ended))));
          await(stranger);
          other.awaitArrivals(2);
          gate.open();
          assertThat(owner.isDone()).isFalse();
          other.open();
          assertThat(await(owner)).isEqualTo(2);
        });
  }

  @EachModel
  void TG23_aBodyWhoseChildrenAreAllDoneMayAddAnother(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Integer> children = new GroupChildren<>();
          AtomicInteger ended = new AtomicInteger();
          Plan<Unit> group =
              new OpenGroup<>(
                  g ->
                      children
                          .addTo(g, count(ended))
                          .then(gate.pass())
                          .then(children.addTo(g, after(other, count(ended)))));
          Task<Integer> owner = model.start(group.then(new Call<>(ended::get)));
          gate.awaitArrivals(1);
          awaitEnd(children.get(0));
          gate.open();
          other.awaitArrivals(1);
          assertThat(owner.isDone()).isFalse();
          other.open();
          assertThat(await(owner)).isEqualTo(2);
        });
  }

  @EachModel
  void TG23_childrenThatAreAwaitedOneByOneCanBeAddedInTurn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> inTurn =
              new OpenGroup<>(
                  group ->
                      group
                          .add(new Value<>(1))
                          .then(one -> new Await<>(one))
                          .then(sum -> group.add(new Value<>(sum + 1)))
                          .then(two -> new Await<>(two))
                          .then(sum -> group.add(new Value<>(sum + 1)))
                          .then(three -> new Await<>(three)));
          assertThat(model.run(inTurn)).isEqualTo(3);
        });
  }
}
