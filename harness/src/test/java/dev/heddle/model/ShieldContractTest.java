package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Blocking;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Start;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Section 10 of the semantics: shield. Each test carries the ID of the line it proves. */
class ShieldContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Exception failure = new Exception("E");

  /** A task that waits at the gate and then yields 7. */
  private Task<Integer> startInner(ExecutionModel model) throws InterruptedException {
    Task<Integer> inner = model.start(gate.pass().then(new Value<>(7)));
    gate.awaitArrivals(1);
    return inner;
  }

  /** A task that waits for another behind a shield, and has got there. */
  private static <R> Task<R> startShielded(ExecutionModel model, Task<R> inner)
      throws InterruptedException {
    CountDownLatch waiting = new CountDownLatch(1);
    Task<R> waiter = model.start(signal(waiting, new Shield<>(new Await<>(inner))));
    await(waiting);
    return waiter;
  }

  /** Checks that a task went on undisturbed, and lets it end. */
  private void assertGoesOn(Task<Integer> inner) throws Exception {
    assertThat(inner.isDone()).isFalse();
    gate.open();
    assertThat(await(inner)).isEqualTo(7);
    assertThat(gate.cancellations()).isZero();
  }

  @EachModel
  void S1_theValueOfTheInnerIsPassedOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model);
          Task<Integer> shielded = startShielded(model, inner);
          Task<Integer> plan = model.start(new Shield<>(other.pass().then(new Value<>(8))));
          other.awaitArrivals(1);
          assertThat(shielded.isDone()).isFalse();
          assertThat(plan.isDone()).isFalse();
          gate.open();
          other.open();
          assertThat(await(shielded)).isEqualTo(7);
          assertThat(await(plan)).isEqualTo(8);
        });
  }

  @EachModel
  void S1_theFailureOfTheInnerIsPassedOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> inner = model.start(gate.pass().then(new Fail<>(failure)));
          gate.awaitArrivals(1);
          Task<Unit> shielded = startShielded(model, inner);
          Task<Unit> plan = model.start(new Shield<>(gate.pass().then(new Fail<>(failure))));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(shielded, failure);
          assertFailed(plan, failure);
        });
  }

  @EachModel
  void S2_whoAwaitsAShieldIsCancelledAtOnceAndTheInnerTaskGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model);
          Task<Integer> waiter = startShielded(model, inner);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertGoesOn(inner);
        });
  }

  @EachModel
  void S2_aShieldedPlanGoesOnAsATaskOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Task<?>> current = new CompletableFuture<>();
          Countdown ended = new Countdown(1);
          Plan<Integer> inner =
              new CurrentTask()
                  .then(
                      task -> {
                        current.complete(task);
                        return gate.pass();
                      })
                  .then(new Call<>(ended::count));
          Task<Integer> waiter = model.start(new Shield<>(inner));
          gate.awaitArrivals(1);
          assertThat(current.resultNow()).isNotSameAs(waiter);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertThat(current.resultNow().isDone()).isFalse();
          gate.open();
          ended.await();
          awaitEnd(current.resultNow());
          assertThat(current.resultNow().result()).isEqualTo(1);
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void S3_whoAwaitsAShieldIsCancelledWithTheInner(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model);
          Task<Integer> waiter = startShielded(model, inner);
          assertThat(inner.cancel()).isTrue();
          assertCancelled(inner);
          assertCancelled(waiter);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void S4_theOutcomeOfAnInnerThatIsDoneIsPassedOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> succeeded = model.start(new Value<>(7));
          Task<Integer> failed = model.start(new Fail<>(failure));
          Task<Integer> cancelled = model.start(new Fail<>(new CancellationException("own")));
          awaitEnd(succeeded);
          awaitEnd(failed);
          awaitEnd(cancelled);
          assertThat(await(model.start(new Shield<>(new Await<>(succeeded))))).isEqualTo(7);
          assertFailed(model.start(new Shield<>(new Await<>(failed))), failure);
          assertCancelled(model.start(new Shield<>(new Await<>(cancelled))));
        });
  }

  /** A block whose deadline has passed is cancelled wherever it suspends. */
  @EachModel
  void S4_anInnerThatIsDoneDoesNotSuspendWhoAwaitsTheShield(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> done = model.start(new Value<>(7));
          awaitEnd(done);
          Plan<Integer> atOnce =
              new Timeout<>(Duration.ZERO, deadline -> new Shield<>(new Await<>(done)));
          assertThat(await(model.start(atOnce))).isEqualTo(7);
        });
  }

  @EachModel
  void S5_ofTwoShieldsOverOneInnerTheOtherIsUndisturbed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model);
          Task<Integer> cancelled = startShielded(model, inner);
          Task<Integer> waits = startShielded(model, inner);
          assertThat(cancelled.cancel()).isTrue();
          assertCancelled(cancelled);
          assertThat(waits.isDone()).isFalse();
          assertGoesOn(inner);
          assertThat(await(waits)).isEqualTo(7);
        });
  }

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
          Task<Integer> one = startInner(model);
          Task<Integer> two = startInner(model);
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
          assertGoesOn(one);
          assertThat(await(two)).isEqualTo(7);
        });
  }

  @EachModel
  void S8_aTaskFromOutsideThatAGroupsChildShieldsSurvivesTheGroup(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> outside = startInner(model);
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
          assertGoesOn(outside);
        });
  }

  @EachModel
  void S8_aTaskFromOutsideSurvivesAGroupOfKnownChildren(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> outside = startInner(model);
          Witness child = new Witness();
          Plan<Integer> shields = child.watch(new Shield<>(new Await<>(outside)));
          Plan<Integer> fails = other.pass().then(new Fail<>(failure));
          Task<List<Integer>> group = model.start(new Group<>(List.of(shields, fails)));
          Spin.until(() -> child.begun() == 1, "the shield has begun");
          other.awaitArrivals(1);
          other.open();
          assertGroupFailed(group);
          assertThat(child.cancelled()).isEqualTo(1);
          assertGoesOn(outside);
        });
  }

  private void assertGroupFailed(Task<?> group) throws InterruptedException {
    awaitEnd(group);
    Throwable thrown = group.exception().orElseThrow();
    assertThat(thrown).isExactlyInstanceOf(TaskGroupException.class);
    assertThat(((TaskGroupException) thrown).errors()).isEqualTo(List.of(failure));
  }

  @EachModel
  void S9_aShieldIsCancelledWithoutWaitingForTheInnerAndASecondCancelIsRefused(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Stubborn stubborn = new Stubborn();
          Task<Unit> inner = model.start(stubborn.plan());
          stubborn.awaitRunning();
          Task<Unit> shield = startShielded(model, inner);
          assertThat(shield.cancel()).isTrue();
          assertCancelled(shield);
          assertThat(shield.cancel()).isFalse();
          assertThat(inner.isDone()).isFalse();
          stubborn.release();
          assertThat(await(inner)).as("the inner was never asked").isEqualTo(Unit.UNIT);
        });
  }

  @EachModel
  void S10_anErrorAfterTheShieldWasCancelledIsReportedOnceAndDisturbsNobody(Model kind) {
    ReportedFailures reported = new ReportedFailures();
    CompletableFuture<Task<?>> inner = new CompletableFuture<>();
    ContractCase.on(
        kind,
        reported.options(),
        model -> {
          Plan<Unit> fails =
              new CurrentTask()
                  .then(
                      task -> {
                        inner.complete(task);
                        return gate.pass();
                      })
                  .then(new Fail<>(failure));
          Task<Unit> waiter = model.start(new Shield<>(fails));
          Task<Integer> bystander = model.start(other.pass().then(new Value<>(1)));
          gate.awaitArrivals(1);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          gate.open();
          awaitEnd(inner.resultNow());
          other.open();
          assertThat(await(bystander)).isEqualTo(1);
        });
    assertThat(reported.all())
        .containsExactly(new ReportedFailures.Report(inner.resultNow(), failure));
  }

  @EachModel
  void S10_anErrorThatSomebodyLookedAtIsNotReported(Model kind) {
    ReportedFailures reported = new ReportedFailures();
    ContractCase.on(
        kind,
        reported.options(),
        model -> {
          Task<Unit> inner = model.start(gate.pass().then(new Fail<>(failure)));
          gate.awaitArrivals(1);
          Task<Unit> cancelled = startShielded(model, inner);
          Task<Unit> waits = startShielded(model, inner);
          assertThat(cancelled.cancel()).isTrue();
          assertCancelled(cancelled);
          gate.open();
          assertFailed(waits, failure);
        });
    assertThat(reported.all()).isEmpty();
  }

  @EachModel
  void S11_whoCaughtTheCancellationMayAwaitTheInnerItself(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model);
          CountDownLatch waiting = new CountDownLatch(1);
          CountDownLatch caught = new CountDownLatch(1);
          Task<Integer> waiter =
              model.start(
                  signal(waiting, new Shield<>(new Await<>(inner)))
                      .onCancel(cancellation -> signal(caught, new Await<>(inner))));
          await(waiting);
          assertThat(waiter.cancel()).isTrue();
          await(caught);
          assertThat(waiter.isDone()).isFalse();
          assertGoesOn(inner);
          assertThat(await(waiter)).isEqualTo(7);
        });
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
