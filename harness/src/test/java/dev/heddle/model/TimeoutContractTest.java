package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Limits.HOUR;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertCausedByCancellation;
import static dev.heddle.model.Limits.assertGoesOn;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 8 of the semantics, as far as it is about timeout blocks. Each test carries the ID of the
 * line it proves.
 *
 * <p>A block always starts, so a limit that passes meets it wherever it first waits.
 */
class TimeoutContractTest {

  private final Gate gate = new Gate();
  private final Gate after = new Gate();
  private final Exception failure = new Exception("E");
  private final ObservedDeadline deadline = new ObservedDeadline();

  @EachModel
  void TO1_aBlockThatEndsInTimeYieldsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(deadline.timeout(HOUR, gate.pass().then(new Value<>(1))));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          assertThat(deadline.expired()).isFalse();
          gate.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO3_aBlockWithoutALimitMayTakeAsLongAsItTakes(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(
                  new Timeout<>(
                      handle -> {
                        deadline.complete(handle);
                        return gate.pass().then(new Value<>(1));
                      },
                      Optional.empty()));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          gate.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO5_aBlockThatFailsInTimeRaisesItsOwnFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(deadline.timeout(HOUR, gate.pass().then(new Fail<>(failure))));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(task, failure);
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO6_theTimeoutIsRaisedOnlyAfterTheCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(deadline.timeout(SHORT, gate.pass().cleanUp(after.pass())));
          after.awaitArrivals(1);
          assertThat(task.isDone()).as("done before the clean-up").isFalse();
          after.open();
          assertTimedOut(task);
          assertThat(after.cancellations()).isZero();
        });
  }

  @EachModel
  void TO14_aDeadlineThatPassesRaisesATimeoutAndTheTaskGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Task<Boolean> task =
              model.start(
                  deadline
                      .timeout(SHORT, gate.pass())
                      .recover(
                          thrown -> {
                            caught.complete(thrown);
                            return after.pass();
                          })
                      .then(new Call<>(deadline::expired)));
          assertThat(assertGoesOn(task, after)).as("expired").isTrue();
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertCausedByCancellation((TimedOutException) caught.resultNow());
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO14_aTaskThatEndsRightAfterTheTimeoutIsNotLeftCancelled(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> plan =
              deadline
                  .timeout(SHORT, gate.pass())
                  .then(new Value<>(1))
                  .recover(thrown -> new Value<>(2));
          assertThat(await(model.start(plan))).isEqualTo(2);
          assertThat(model.run(plan)).isEqualTo(2);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void TO14_aCancellationOfTheTaskAfterTheTimeoutIsDelivered(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(deadline.timeout(SHORT, gate.pass()).recover(thrown -> after.pass()));
          after.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(after.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO15_aBlockThatNeverSuspendsMayOverrunAndTheTaskGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Boolean> task =
              model.start(
                  deadline
                      .timeout(SHORT, new Call<>(() -> Limits.overrun(SHORT)))
                      .then(after.pass())
                      .then(new Call<>(deadline::expired)));
          assertThat(assertGoesOn(task, after)).as("expired").isFalse();
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO15_aTaskThatEndsWithAnOverrunningBlockKeepsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> plan =
              deadline.timeout(SHORT, new Call<>(() -> Limits.overrun(SHORT)).then(new Value<>(5)));
          assertThat(await(model.start(plan))).isEqualTo(5);
          assertThat(model.run(plan)).isEqualTo(5);
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO15_aBlockThatFailsAfterOverrunningRaisesItsOwnFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(
                  deadline.timeout(
                      SHORT, new Call<>(() -> Limits.overrun(SHORT)).then(new Fail<>(failure))));
          assertFailed(task, failure);
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO16_aBlockThatSwallowsTheCancellationYieldsItsValueAndHasExpired(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> swallows =
              gate.pass().then(new Value<>(1)).onCancel(cancellation -> new Value<>(2));
          Task<Integer> task =
              model.start(
                  deadline
                      .timeout(SHORT, swallows)
                      .then(value -> after.pass().then(new Value<>(value))));
          assertThat(assertGoesOn(task, after)).isEqualTo(2);
          assertThat(deadline.expired()).isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO16_aBlockThatSwallowedTheCancellationMayGoOnWaiting(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task =
              model.start(
                  deadline.timeout(
                      SHORT,
                      gate.pass().onCancel(cancellation -> after.pass()).then(new Value<>(1))));
          after.awaitArrivals(1);
          assertThat(deadline.expired()).as("expired while the block goes on").isTrue();
          assertThat(task.isDone()).isFalse();
          after.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(after.cancellations()).as("cancelled once more").isZero();
        });
  }

  @EachModel
  void TO17_whatTheBlockMakesOfTheCancellationIsRaised(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(
                  deadline.timeout(
                      SHORT, gate.pass().onCancel(cancellation -> new Fail<>(failure))));
          assertFailed(task, failure);
          assertThat(deadline.expired()).isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO19_aCancellationFromOutsideBeforeTheDeadlineIsNoTimeout(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(deadline.timeout(HOUR, gate.pass()));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(deadline.expired()).isFalse();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO21_aDeadlineThatHasPassedCancelsTheBlockWhereItFirstSuspends(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger before = new AtomicInteger();
          AtomicInteger behind = new AtomicInteger();
          for (Duration past : Limits.PAST) {
            Plan<Integer> block =
                new Call<>(before::incrementAndGet)
                    .then(gate.pass())
                    .then(new Call<>(behind::incrementAndGet));
            assertTimedOut(model.start(deadline.timeout(past, block)));
          }
          int blocks = Limits.PAST.size();
          assertThat(before).as("blocks that started").hasValue(blocks);
          assertThat(behind).as("blocks that got behind the gate").hasValue(0);
          assertThat(gate.cancellations()).isEqualTo(blocks);
          assertThat(deadline.expired()).isTrue();
        });
  }

  @EachModel
  void TO21_aSleepOfNothingSuspendsToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (Duration past : Limits.PAST) {
            assertTimedOut(model.start(new Timeout<>(past, handle -> new Sleep(Duration.ZERO))));
          }
        });
  }

  @EachModel
  void TO21_aBlockThatNeverSuspendsEndsWellThoughTheDeadlineHasPassed(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (Duration past : Limits.PAST) {
            Plan<Integer> plan = deadline.timeout(past, new Call<>(() -> 1).then(new Value<>(2)));
            assertThat(await(model.start(plan))).isEqualTo(2);
            assertThat(model.run(plan)).isEqualTo(2);
          }
          assertThat(deadline.expired()).isFalse();
        });
  }

  @EachModel
  void TO26_aTimeoutThatTheBlockItselfRaisesComesOutUnchangedAndNothingHasExpired(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          TimedOutException own = new TimedOutException("own");
          Task<Unit> task = model.start(deadline.timeout(HOUR, new Fail<Unit>(own)));
          awaitEnd(task);
          assertFailed(task, own);
          assertThat(own).hasNoCause();
          assertThat(deadline.expired()).isFalse();
        });
  }
}
