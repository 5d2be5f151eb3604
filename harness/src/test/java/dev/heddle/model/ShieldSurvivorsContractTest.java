package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.Shielding.assertGoesOn;
import static dev.heddle.model.Shielding.startInner;
import static dev.heddle.model.Shielding.startShielded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Start;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Section 10 of the semantics: what survives a shielded gather, a gather of shields or a group, and
 * for how long. Each test carries the ID of the line it proves.
 */
class ShieldSurvivorsContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void S6_aShieldedGatherGoesOnWithItsChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> child = gate.pass().then(new Value<>(7));
          Task<List<Integer>> gather = model.start(new Gather<>(List.of(child, child)));
          gate.awaitArrivals(2);
          Task<List<Integer>> waiter = startShielded(model, gather);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertThat(gather.isDone()).isFalse();
          gate.open();
          assertThat(await(gather)).containsExactly(7, 7);
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void S6_theChildrenOfAGatherThatWasStartedByItsShieldGoOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Countdown ended = new Countdown(2);
          Plan<Integer> child = gate.pass().then(new Call<>(ended::count));
          Task<List<Integer>> waiter =
              model.start(new Shield<>(new Gather<>(List.of(child, child))));
          gate.awaitArrivals(2);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          gate.open();
          ended.await();
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void S7_aGatherOfShieldsIsCancelledAndWhatTheyShieldGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> one = startInner(model, gate);
          Task<Integer> two = startInner(model, gate);
          Witness shields = new Witness();
          Task<List<Integer>> gather =
              model.start(
                  new Gather<>(
                      List.of(
                          shields.watch(new Shield<>(new Await<>(one))),
                          shields.watch(new Shield<>(new Await<>(two))))));
          Spin.until(() -> shields.begun() == 2, "both shields have begun");
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          assertThat(shields.cancelled()).isEqualTo(2);
          assertThat(two.isDone()).isFalse();
          assertGoesOn(one, gate);
          assertThat(await(two)).isEqualTo(7);
        });
  }

  @EachModel
  void S8_aTaskFromOutsideThatAGroupsChildShieldsSurvivesTheGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> outside = startInner(model, gate);
          CountDownLatch waiting = new CountDownLatch(1);
          CompletableFuture<Task<Integer>> child = new CompletableFuture<>();
          Plan<Integer> shields = signal(waiting, new Shield<>(new Await<>(outside)));
          Plan<Unit> fails = other.pass().then(new Fail<>(failure));
          Task<Unit> group =
              model.start(
                  new OpenGroup<>(
                      opened -> {
                        child.complete(opened.start(shields));
                        return fails;
                      }));
          await(waiting);
          other.awaitArrivals(1);
          other.open();
          assertGroupFailed(group);
          assertThat(child.resultNow().isCancelled()).as("child is cancelled").isTrue();
          assertGoesOn(outside, gate);
        });
  }

  @EachModel
  void S8_aTaskFromOutsideSurvivesAGroupOfKnownChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> outside = startInner(model, gate);
          Witness child = new Witness();
          Plan<Integer> shields = child.watch(new Shield<>(new Await<>(outside)));
          Plan<Integer> fails = other.pass().then(new Fail<>(failure));
          Task<List<Integer>> group = model.start(new Group<>(List.of(shields, fails)));
          Spin.until(() -> child.begun() == 1, "the shield has begun");
          other.awaitArrivals(1);
          other.open();
          assertGroupFailed(group);
          assertThat(child.cancelled()).isEqualTo(1);
          assertGoesOn(outside, gate);
        });
  }

  private void assertGroupFailed(Task<?> group) throws InterruptedException {
    awaitEnd(group);
    Throwable thrown = group.exception().orElseThrow();
    assertThat(thrown).isExactlyInstanceOf(TaskGroupException.class);
    assertThat(((TaskGroupException) thrown).errors()).isEqualTo(List.of(failure));
  }

  @EachModel
  void S12_theEndOfARunCancelsWhatIsStillShielded(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> arrived =
              new Blocking<>(
                  () -> {
                    gate.awaitArrivals(1);
                    return Unit.UNIT;
                  });
          Plan<Integer> main =
              new Start<>(new Shield<>(gate.pass()))
                  .then(
                      waiter ->
                          arrived
                              .then(new Cancel(waiter))
                              .then(new Await<>(waiter))
                              .onCancel(cancellation -> new Value<>(Unit.UNIT))
                              .then(new Call<>(gate::cancellations)));
          assertThat(model.run(main)).as("cancelled with whoever waited").isZero();
          assertThat(gate.cancellations()).as("cancelled by the end of the run").isEqualTo(1);
        });
  }

  @EachModel
  void S12_closingAModelCancelsWhatIsStillShielded(Model kind) {
    ContractCase.on(
        kind,
        unused -> {
          try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
            Task<Unit> waiter = model.start(new Shield<>(gate.pass()));
            gate.awaitArrivals(1);
            assertThat(waiter.cancel()).isTrue();
            assertCancelled(waiter);
            assertThat(gate.cancellations()).isZero();
          }
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }
}
