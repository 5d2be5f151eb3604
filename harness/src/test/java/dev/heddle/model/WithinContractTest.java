package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertCausedByCancellation;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
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
import java.util.concurrent.CountDownLatch;
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
  void TO6_theTimeoutIsRaisedOnlyAfterTheCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate clean = new Gate();
                  Witness work = new Witness();
                  CountDownLatch cancelled = new CountDownLatch(1);
                  Plan<Unit> slow =
                      work.watch(new Gate().pass()).cleanUp(signal(cancelled, clean.pass()));
                  Task<Unit> task = model.start(new Within<>(slow, limit));
                  task.whenDone(ended -> cancelled.countDown());
                  await(cancelled);
                  if (work.begun() == 0) {
                    assertTimedOut(task);
                    return false;
                  }
                  clean.awaitArrivals(1);
                  assertThat(task.isDone()).as("done before the clean-up").isFalse();
                  clean.open();
                  assertTimedOut(task);
                  return true;
                }));
  }

  @EachModel
  void TO7_workThatSwallowsTheCancellationYieldsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness work = new Witness();
                  Plan<Integer> swallows =
                      work.watch(new Gate().pass())
                          .then(new Value<>(1))
                          .onCancel(cancellation -> new Value<>(2));
                  Task<Integer> task = model.start(new Within<>(swallows, limit));
                  awaitEnd(task);
                  if (work.begun() == 0) {
                    assertTimedOut(task);
                    return false;
                  }
                  assertThat(task.result()).isEqualTo(2);
                  assertThat(work.cancelled()).isEqualTo(1);
                  return true;
                }));
  }

  @EachModel
  void TO7_workThatSwallowsTheCancellationMayGoOnWaiting(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> awaited =
              model.start(
                  gate.pass().onCancel(cancellation -> cleaning.pass()).then(new Value<>(1)));
          gate.awaitArrivals(1);
          Task<Integer> task = model.start(new Within<>(new Await<>(awaited), Duration.ZERO));
          cleaning.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          cleaning.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(cleaning.cancellations()).as("cancelled once more").isZero();
        });
  }

  @EachModel
  void TO8_aFailureOfTheCleanUpIsRaisedInsteadOfTheTimeout(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness work = new Witness();
                  Plan<Unit> breaks = work.watch(new Gate().pass()).cleanUp(new Fail<>(failure));
                  Task<Unit> task = model.start(new Within<>(breaks, limit));
                  awaitEnd(task);
                  if (work.begun() == 0) {
                    assertTimedOut(task);
                    return false;
                  }
                  assertFailed(task, failure);
                  assertThat(work.cancelled()).isEqualTo(1);
                  return true;
                }));
  }

  @EachModel
  void TO9_cancellingTheTaskAroundItCancelsTheWorkAndWaitsForIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(new Within<>(gate.pass().cleanUp(cleaning.pass()), HOUR));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          cleaning.awaitArrivals(1);
          assertThat(task.isDone()).as("done before the clean-up").isFalse();
          cleaning.open();
          assertCancelled(task);
          assertThat(gate.cancellations()).isEqualTo(1);
          assertThat(cleaning.cancellations()).isZero();
        });
  }

  @EachModel
  void TO9_cancellingTheTaskAroundItCancelsATaskThatIsWaitedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> awaited = model.start(gate.pass());
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> task = model.start(new Within<>(signal(waiting, new Await<>(awaited)), HOUR));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertCancelled(awaited);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO9_workThatSwallowsACancellationFromOutsideYieldsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> swallows =
              gate.pass().then(new Value<>(1)).onCancel(cancellation -> new Value<>(2));
          Task<Integer> task = model.start(new Within<>(swallows, HOUR));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertThat(await(task)).isEqualTo(2);
        });
  }

  @EachModel
  void TO10_workThatSomebodyElseCancelsRaisesACancellationAndNoTimeout(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> awaited = model.start(gate.pass());
          CountDownLatch waiting = new CountDownLatch(1);
          Task<Unit> task = model.start(new Within<>(signal(waiting, new Await<>(awaited)), HOUR));
          gate.awaitArrivals(1);
          await(waiting);
          assertThat(awaited.cancel()).isTrue();
          assertCancelled(task);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO10_workThatRaisesACancellationItselfIsNoTimeout(Model kind) {
    ContractCase.on(
        kind,
        model ->
            assertCancelled(
                model.start(new Within<Unit>(new Fail<>(new CancellationException("own")), HOUR))));
  }

  @EachModel
  void TO11_aShieldedTaskRunsOnWhenTheLimitPasses(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> shielded = model.start(gate.pass().then(new Value<>(7)));
          gate.awaitArrivals(1);
          Limits.untilInTime(
              limit -> {
                Witness work = new Witness();
                Plan<Integer> waits = work.watch(new Shield<>(new Await<>(shielded)));
                assertTimedOut(model.start(new Within<>(waits, limit)));
                assertThat(work.cancelled()).isEqualTo(work.begun());
                assertThat(shielded.isDone()).isFalse();
                return work.begun() == 1;
              });
          gate.open();
          assertThat(await(shielded)).isEqualTo(7);
          assertThat(gate.cancellations()).isZero();
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
  void TO18_workUnderALongerLimitInsideSeesOnlyACancellation(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Witness inner = new Witness();
                  AtomicInteger timeouts = new AtomicInteger();
                  Plan<Unit> longer =
                      new Within<>(inner.watch(new Gate().pass()), HOUR)
                          .recover(
                              timeout -> {
                                timeouts.incrementAndGet();
                                return new Fail<>(timeout);
                              });
                  assertTimedOut(model.start(new Within<>(longer, limit)));
                  assertThat(timeouts).as("timeouts of the inner limit").hasValue(0);
                  assertThat(inner.cancelled()).isEqualTo(inner.begun());
                  return inner.begun() == 1;
                }));
  }

  @EachModel
  void TO18_aShorterLimitInsideRaisesAndTheOuterGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> shorter =
              new Within<>(new Gate().pass(), SHORT).recover(timeout -> gate.pass());
          Task<Unit> task = model.start(new Within<>(shorter, HOUR));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          gate.open();
          await(task);
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void TO24_aGatherThatRunsOutCancelsItsChildrenAndWhatEndedStaysReadable(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> finished = model.start(new Value<>(1));
          awaitEnd(finished);
          Limits.untilInTime(
              limit -> {
                Gate shut = new Gate();
                Witness child = new Witness();
                Task<Integer> unfinished = model.start(shut.pass().then(new Value<>(2)));
                shut.awaitArrivals(1);
                Plan<List<Integer>> both =
                    new Gather<>(
                        List.of(new Await<>(finished), child.watch(new Await<>(unfinished))));
                assertTimedOut(model.start(new Within<>(both, limit)));
                if (child.begun() == 0) {
                  return false;
                }
                assertThat(unfinished.isCancelled()).as("cancelled by then").isTrue();
                assertThat(shut.cancellations()).isEqualTo(1);
                assertThat(finished.result()).isEqualTo(1);
                return true;
              });
        });
  }

  @EachModel
  void TO24_everyChildOfAGatherThatRunsOutHasEndedWhenTheTimeoutIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness children = new Witness();
                  Plan<Unit> child = children.watch(shut.pass());
                  Task<List<Unit>> task =
                      model.start(new Within<>(new Gather<>(List.of(child, child)), limit));
                  assertTimedOut(task);
                  assertThat(children.cancelled()).isEqualTo(children.begun());
                  assertThat(shut.cancellations()).isEqualTo(children.begun());
                  return children.begun() == 2;
                }));
  }

  @EachModel
  void TO25_cleanUpAfterACancellationMayHaveALimitOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger timeouts = new AtomicInteger();
          Plan<?> cleanUp =
              new Within<>(new Gate().pass(), SHORT)
                  .then(new Value<>(0))
                  .recover(
                      timeout -> {
                        assertThat(timeout).isExactlyInstanceOf(TimedOutException.class);
                        return new Call<>(timeouts::incrementAndGet);
                      });
          Task<Unit> task = model.start(gate.pass().cleanUp(cleanUp));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(timeouts).as("timeouts in the clean-up").hasValue(1);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
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
