package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.GroupSteps.after;
import static dev.heddle.model.GroupSteps.count;
import static dev.heddle.model.GroupSteps.handOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Call;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 7 of the semantics, TaskGroup: what a group waits for, what its children are, and what is
 * left after it. Each test carries the ID of its line.
 */
class TaskGroupChildrenContractTest {

  private final Gate gate = new Gate();
  private final Gate trigger = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void TG1_theGroupWaitsForItsChildrenWhichAreDoneAfterIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Integer> children = new GroupChildren<>();
          CountDownLatch bodyEnds = new CountDownLatch(1);
          Plan<Unit> group =
              new OpenGroup<>(
                  g ->
                      children
                          .addTo(
                              g, List.of(after(gate, new Value<>(1)), after(gate, new Value<>(2))))
                          .then(signal(bodyEnds, new NoOp())));
          Task<Boolean> owner = model.start(group.then(new Call<>(children::areDone)));
          gate.awaitArrivals(2);
          await(bodyEnds);
          assertThat(owner.isDone()).as("over while children wait").isFalse();
          gate.open();
          assertThat(await(owner)).as("all children are done after the group").isTrue();
          assertThat(children.get(0).result()).isEqualTo(1);
          assertThat(children.get(1).result()).isEqualTo(2);
        });
  }

  @EachModel
  void TG1_aThousandChildrenAreWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          GroupChildren<Integer> children = new GroupChildren<>();
          List<Plan<Integer>> plans = Collections.nCopies(1000, count(ended));
          Plan<Unit> group = new OpenGroup<>(g -> children.addTo(g, plans));
          assertThat(await(model.start(group.then(new Call<>(ended::get))))).isEqualTo(1000);
        });
  }

  @EachModel
  void TG2_aGroupWithoutChildrenEndsWithItsBody(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<String> group = new OpenGroup<>(g -> new Value<>("v"));
          assertThat(model.run(group)).isEqualTo("v");
          assertThat(await(model.start(group))).isEqualTo("v");
        });
  }

  @EachModel
  void TG3_aBodyThatReturnsEarlyWaitsForItsChildrenBeforeItsValueIsGiven(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger ended = new AtomicInteger();
          Plan<String> group =
              new OpenGroup<>(g -> g.add(after(gate, count(ended))).then(new Value<>("early")));
          Task<List<Object>> owner =
              model.start(group.then(value -> new Call<>(() -> List.of(value, ended.get()))));
          gate.awaitArrivals(1);
          assertThat(owner.isDone()).isFalse();
          gate.open();
          assertThat(await(owner)).containsExactly("early", 1);
        });
  }

  @EachModel
  void TG3_aGroupRunOnTheCallersThreadWaitsToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Integer> children = new GroupChildren<>();
          Plan<Integer> slow = new NoOp().then(new Value<>(1));
          Plan<Boolean> group =
              new OpenGroup<>(g -> children.addTo(g, Collections.nCopies(20, slow)))
                  .then(new Call<>(children::areDone));
          assertThat(model.run(group)).isTrue();
          assertThat(children.size()).isEqualTo(20);
        });
  }

  @EachModel
  void TG29_childrenHaveNamesAsEveryTask(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<TaskGroup> handle = new CompletableFuture<>();
          Task<List<Task<Unit>>> owner =
              model.start(
                  new OpenGroup<>(
                      group ->
                          handOut(group, handle)
                              .then(group.add(gate.pass(), "named"))
                              .then(
                                  named ->
                                      group
                                          .add(gate.pass())
                                          .then(unnamed -> new Value<>(List.of(named, unnamed))))));
          gate.awaitArrivals(2);
          Task<Unit> third = handle.join().start(gate.pass(), "third");
          gate.awaitArrivals(1);
          third.setName("renamed");
          gate.open();
          List<Task<Unit>> children = await(owner);
          assertThat(children.get(0).name()).isEqualTo("named");
          assertThat(children.get(1).name()).matches("Task-\\d+").isNotEqualTo(owner.name());
          assertThat(third.name()).isEqualTo("renamed");
        });
  }

  @EachModel
  void TG29_aChildIsItsOwnCurrentTaskAndTheBodyIsPartOfTheOwner(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          GroupChildren<Task<?>> children = new GroupChildren<>();
          Task<Task<?>> owner =
              model.start(
                  new OpenGroup<>(
                      group -> children.addTo(group, new CurrentTask()).then(new CurrentTask())));
          assertThat(await(owner)).isSameAs(owner);
          assertThat(children.get(0).result()).isSameAs(children.get(0));
        });
  }

  @EachModel
  void TG33_nothingIsAliveAfterAGroupThatGaveItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Living living = new Living(model);
          Task<Long> owner =
              model.start(
                  new OpenGroup<Unit>(group -> living.addTo(group, gate.pass()))
                      .then(living.alive()));
          gate.awaitArrivals(2);
          living.assertSeen();
          gate.open();
          assertThat(await(owner)).as("what is alive after the group").isZero();
          living.assertThreadsEnd();
        });
  }

  @EachModel
  void TG33_nothingIsAliveAfterAGroupThatFailed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Living living = new Living(model);
          Task<Long> owner =
              model.start(
                  new OpenGroup<Long>(
                          group ->
                              living
                                  .addTo(group, gate.pass())
                                  .then(after(trigger, new Fail<>(failure))))
                      .recover(thrown -> living.alive()));
          gate.awaitArrivals(2);
          trigger.awaitArrivals(1);
          living.assertSeen();
          trigger.open();
          assertThat(await(owner)).as("what is alive after the group").isZero();
          assertThat(gate.cancellations()).isEqualTo(2);
          living.assertThreadsEnd();
        });
  }

  @EachModel
  void TG33_nothingIsAliveAfterAGroupThatWasCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Living living = new Living(model);
          Task<Long> owner =
              model.start(
                  new OpenGroup<Unit>(group -> living.addTo(group, gate.pass()))
                      .then(new Value<>(-1L))
                      .onCancel(cancellation -> living.alive()));
          gate.awaitArrivals(2);
          living.assertSeen();
          owner.cancel();
          assertThat(await(owner)).as("what is alive after the group").isZero();
          assertThat(gate.cancellations()).isEqualTo(2);
          living.assertThreadsEnd();
        });
  }

  /** Two children of a group, and what is left of them. */
  private static final class Living {

    private final ExecutionModel model;
    private final GroupChildren<Unit> children = new GroupChildren<>();
    private final AtomicInteger bodies = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    Living(ExecutionModel model) {
      this.model = model;
    }

    Plan<Unit> addTo(TaskGroup group, Plan<Unit> wait) {
      Plan<Unit> ends = new Call<>(() -> alive(-1));
      Plan<Unit> child = new Call<>(() -> alive(1)).then(wait.cleanUp(ends)).then(ends);
      return children.addTo(group, List.of(child, child));
    }

    private Unit alive(int change) {
      bodies.addAndGet(change);
      threads.add(Thread.currentThread());
      return Unit.UNIT;
    }

    /** How many bodies have not come to their end, and how many tasks the model still knows. */
    Plan<Long> alive() {
      return new Call<>(() -> bodies.get() + children.countIn(model.tasks()));
    }

    /** Checks that what {@link #alive()} looks for is there while the children wait. */
    void assertSeen() throws Exception {
      assertThat(bodies).hasValue(2);
      assertThat(model.tasks()).contains(children.get(0), children.get(1));
    }

    /** Checks that threads end that no pool or loop uses again. */
    void assertThreadsEnd() throws InterruptedException {
      for (Thread thread : threads) {
        if (thread.isVirtual()) {
          assertThat(thread.join(Duration.ofSeconds(20))).as("%s has ended", thread).isTrue();
        }
      }
    }
  }
}
