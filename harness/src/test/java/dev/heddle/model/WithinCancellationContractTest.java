package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.ContractCase.signal;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 8 of the semantics: what becomes of work that wait_for cancels, and of work and a
 * wait_for that somebody else cancels. Each test carries the ID of the line it proves.
 *
 * <p>Each attempt of a case with a limit that passes has gates of its own, which stay shut.
 */
class WithinCancellationContractTest {

  private final Gate gate = new Gate();
  private final Gate cleaning = new Gate();
  private final Exception failure = new Exception("E");

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
}
