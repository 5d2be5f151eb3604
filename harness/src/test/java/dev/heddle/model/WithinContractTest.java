package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertCausedByCancellation;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 8 of the semantics, as far as it is about wait_for. Each test carries the ID of the line
 * it proves.
 *
 * <p>Each attempt of a case with a limit that passes has gates of its own, which stay shut.
 */
class WithinContractTest {

  private final Gate gate = new Gate();
  private final Gate cleaning = new Gate();
  private final Exception failure = new Exception("E");

  @EachModel
  void TO1_workThatEndsInTimeYieldsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task = model.start(new Within<>(gate.pass().then(new Value<>(1)), HOUR));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          gate.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(model.run(new Within<>(new Value<>(2), HOUR))).isEqualTo(2);
        });
  }

  @EachModel
  void TO2_workThatOverrunsIsCancelledAndTheTimeoutIsCausedByTheCancellation(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness work = new Witness();
                  Task<Unit> task = model.start(new Within<>(work.watch(shut.pass()), limit));
                  TimedOutException timeout = assertTimedOut(task);
                  assertThat(shut.cancellations()).isEqualTo(work.begun());
                  if (work.begun() == 0) {
                    return false;
                  }
                  assertCausedByCancellation(timeout);
                  return true;
                }));
  }

  @EachModel
  void TO2_theCauseIsTheVeryCancellationThatCameOutOfTheWork(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness work = new Witness();
                  CancellationException own = new CancellationException("own");
                  Plan<Unit> renames =
                      work.watch(new Gate().pass()).onCancel(cancellation -> new Fail<>(own));
                  TimedOutException timeout =
                      assertTimedOut(model.start(new Within<>(renames, limit)));
                  if (work.begun() == 0) {
                    return false;
                  }
                  assertThat(timeout).hasCause(own);
                  assertThat(timeout.getCause()).isSameAs(own);
                  return true;
                }));
  }

  @EachModel
  void TO2_aTaskThatIsWaitedForHasEndedCancelledWhenTheTimeoutIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness work = new Witness();
                  Task<Unit> awaited = model.start(shut.pass());
                  shut.awaitArrivals(1);
                  Task<Boolean> hasEnded =
                      model.start(
                          new Within<>(work.watch(new Await<>(awaited)), limit)
                              .then(new Value<>(false))
                              .recover(timeout -> new Call<>(awaited::isCancelled)));
                  boolean cancelled = await(hasEnded);
                  if (work.begun() == 0) {
                    return false;
                  }
                  assertThat(cancelled).as("had ended cancelled").isTrue();
                  assertThat(shut.cancellations()).isEqualTo(1);
                  return true;
                }));
  }

  @EachModel
  void TO3_withoutALimitItWaitsAsLongAsItTakes(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(new Within<>(gate.pass().then(new Value<>(1)), Optional.empty()));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          gate.open();
          assertThat(await(task)).isEqualTo(1);
        });
  }

  @EachModel
  void TO3_aLimitBeyondEveryClockDoesNotPass(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Duration forever = ChronoUnit.FOREVER.getDuration();
          Task<Integer> task = model.start(new Within<>(gate.pass().then(new Value<>(1)), forever));
          gate.awaitArrivals(1);
          gate.open();
          assertThat(await(task)).isEqualTo(1);
        });
  }

  @EachModel
  void TO4_workUnderALimitThatHasPassedNeverStarts(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger started = new AtomicInteger();
          for (Duration past : Limits.PAST) {
            assertTimedOut(model.start(new Within<>(new Call<>(started::incrementAndGet), past)));
          }
          assertThat(started).hasValue(0);
        });
  }

  @EachModel
  void TO4_theOutcomeOfATaskThatIsDoneCountsThoughTheLimitHasPassed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> succeeded = model.start(new Value<>(1));
          Task<Integer> failed = model.start(new Fail<>(failure));
          Task<Integer> cancelled = model.start(new Fail<>(new CancellationException("own")));
          awaitEnd(succeeded);
          awaitEnd(failed);
          awaitEnd(cancelled);
          for (Duration past : Limits.PAST) {
            assertThat(await(model.start(new Within<>(new Await<>(succeeded), past)))).isEqualTo(1);
            assertFailed(model.start(new Within<>(new Await<>(failed), past)), failure);
            assertCancelled(model.start(new Within<>(new Await<>(cancelled), past)));
          }
        });
  }

  @EachModel
  void TO4_aTaskThatIsNotDoneIsCancelledAndWaitedForIfTheLimitHasPassed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> awaited = model.start(gate.pass().cleanUp(cleaning.pass()));
          gate.awaitArrivals(1);
          Task<Unit> task = model.start(new Within<>(new Await<>(awaited), Duration.ZERO));
          cleaning.awaitArrivals(1);
          assertThat(task.isDone()).as("done before the clean-up").isFalse();
          cleaning.open();
          assertCausedByCancellation(assertTimedOut(task));
          assertCancelled(awaited);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO4_aTaskThatSwallowsTheCancellationDecidesThoughTheLimitHasPassed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> swallows =
              gate.pass().then(new Value<>(1)).onCancel(cancellation -> new Value<>(2));
          Task<Integer> awaited = model.start(swallows);
          gate.awaitArrivals(1);
          assertThat(await(model.start(new Within<>(new Await<>(awaited), Duration.ZERO))))
              .isEqualTo(2);
        });
  }

  @EachModel
  void TO5_workThatFailsInTimeRaisesItsOwnFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(new Within<>(gate.pass().then(new Fail<>(failure)), HOUR));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(task, failure);
        });
  }

  @EachModel
  void TO12_everyLimitOfAPlanRaisesTheSameType(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Plan<?>> limited =
              List.of(
                  new Within<>(gate.pass(), SHORT),
                  new Timeout<>(SHORT, deadline -> gate.pass()),
                  new AsCompleted<>(List.of(gate.pass()), Optional.of(SHORT))
                      .then(completions -> completions.next()));
          for (Plan<?> plan : limited) {
            Task<?> task = model.start(plan);
            awaitEnd(task);
            assertThat(task.exception().orElseThrow()).isExactlyInstanceOf(TimedOutException.class);
          }
        });
  }

  @EachModel
  void TO15_workThatNeverSuspendsMayOverrun(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness work = new Witness();
                  Gate after = new Gate();
                  Plan<Integer> busy =
                      work.watch(new Call<>(() -> Limits.overrun(limit))).then(new Value<>(5));
                  after.open();
                  Task<Integer> task =
                      model.start(
                          new Within<>(busy, limit)
                              .then(value -> after.pass().then(new Value<>(value))));
                  awaitEnd(task);
                  if (work.begun() == 0) {
                    assertTimedOut(task);
                    return false;
                  }
                  assertThat(task.result()).isEqualTo(5);
                  return true;
                }));
  }

  @EachModel
  void TO26_aTimeoutThatTheWorkItselfRaisesComesOutUnchanged(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          TimedOutException own = new TimedOutException("own");
          Task<Unit> task = model.start(new Within<>(new Fail<>(own), HOUR));
          assertFailed(task, own);
          assertThat(own).hasNoCause();
        });
  }
}
