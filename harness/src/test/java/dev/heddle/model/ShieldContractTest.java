package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.Shielding.assertGoesOn;
import static dev.heddle.model.Shielding.startInner;
import static dev.heddle.model.Shielding.startShielded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Section 10 of the semantics: shield. Each test carries the ID of the line it proves. */
class ShieldContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void S1_theValueOfTheInnerIsPassedOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> inner = startInner(model, gate);
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
          Task<Integer> inner = startInner(model, gate);
          Task<Integer> waiter = startShielded(model, inner);
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          assertGoesOn(inner, gate);
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
          Task<Integer> inner = startInner(model, gate);
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
          Task<Integer> inner = startInner(model, gate);
          Task<Integer> cancelled = startShielded(model, inner);
          Task<Integer> waits = startShielded(model, inner);
          assertThat(cancelled.cancel()).isTrue();
          assertCancelled(cancelled);
          assertThat(waits.isDone()).isFalse();
          assertGoesOn(inner, gate);
          assertThat(await(waits)).isEqualTo(7);
        });
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
          Task<Integer> inner = startInner(model, gate);
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
          assertGoesOn(inner, gate);
          assertThat(await(waiter)).isEqualTo(7);
        });
  }
}
