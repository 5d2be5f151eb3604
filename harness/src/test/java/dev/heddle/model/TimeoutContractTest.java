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

import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Deadline;
import dev.heddle.plan.Fail;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.List;
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
  private final CompletableFuture<Deadline> deadline = new CompletableFuture<>();

  /** A block whose deadline this test can ask. */
  private <R> Plan<R> timeout(Duration limit, Plan<R> block) {
    return new Timeout<>(
        limit,
        handle -> {
          deadline.complete(handle);
          return block;
        });
  }

  private boolean expired() {
    return deadline.resultNow().expired();
  }

  /** Checks that the task goes on after a block: what it then waits for is not cancelled. */
  private <R> R assertGoesOn(Task<R> task) throws Exception {
    after.awaitArrivals(1);
    after.open();
    R value = await(task);
    assertThat(after.cancellations()).as("cancelled after the block").isZero();
    return value;
  }

  @EachModel
  void TO1_aBlockThatEndsInTimeYieldsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> task = model.start(timeout(HOUR, gate.pass().then(new Value<>(1))));
          gate.awaitArrivals(1);
          assertThat(task.isDone()).isFalse();
          assertThat(expired()).isFalse();
          gate.open();
          assertThat(await(task)).isEqualTo(1);
          assertThat(expired()).isFalse();
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
          assertThat(expired()).isFalse();
        });
  }

  @EachModel
  void TO5_aBlockThatFailsInTimeRaisesItsOwnFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(timeout(HOUR, gate.pass().then(new Fail<>(failure))));
          gate.awaitArrivals(1);
          gate.open();
          assertFailed(task, failure);
          assertThat(expired()).isFalse();
        });
  }

  @EachModel
  void TO6_theTimeoutIsRaisedOnlyAfterTheCleanUp(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(timeout(SHORT, gate.pass().cleanUp(after.pass())));
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
                  timeout(SHORT, gate.pass())
                      .recover(
                          thrown -> {
                            caught.complete(thrown);
                            return after.pass();
                          })
                      .then(new Call<>(this::expired)));
          assertThat(assertGoesOn(task)).as("expired").isTrue();
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
              timeout(SHORT, gate.pass()).then(new Value<>(1)).recover(thrown -> new Value<>(2));
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
              model.start(timeout(SHORT, gate.pass()).recover(thrown -> after.pass()));
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
                  timeout(SHORT, new Call<>(() -> Limits.overrun(SHORT)))
                      .then(after.pass())
                      .then(new Call<>(this::expired)));
          assertThat(assertGoesOn(task)).as("expired").isFalse();
          assertThat(expired()).isFalse();
        });
  }

  @EachModel
  void TO15_aTaskThatEndsWithAnOverrunningBlockKeepsItsValue(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> plan =
              timeout(SHORT, new Call<>(() -> Limits.overrun(SHORT)).then(new Value<>(5)));
          assertThat(await(model.start(plan))).isEqualTo(5);
          assertThat(model.run(plan)).isEqualTo(5);
          assertThat(expired()).isFalse();
        });
  }

  @EachModel
  void TO15_aBlockThatFailsAfterOverrunningRaisesItsOwnFailure(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task =
              model.start(
                  timeout(
                      SHORT, new Call<>(() -> Limits.overrun(SHORT)).then(new Fail<>(failure))));
          assertFailed(task, failure);
          assertThat(expired()).isFalse();
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
                  timeout(SHORT, swallows).then(value -> after.pass().then(new Value<>(value))));
          assertThat(assertGoesOn(task)).isEqualTo(2);
          assertThat(expired()).isTrue();
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
                  timeout(
                      SHORT,
                      gate.pass().onCancel(cancellation -> after.pass()).then(new Value<>(1))));
          after.awaitArrivals(1);
          assertThat(expired()).as("expired while the block goes on").isTrue();
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
                  timeout(SHORT, gate.pass().onCancel(cancellation -> new Fail<>(failure))));
          assertFailed(task, failure);
          assertThat(expired()).isTrue();
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO18_ifTheOuterIsShorterTheInnerBlockSeesOnlyACancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          AtomicInteger timeouts = new AtomicInteger();
          Witness inner = new Witness();
          CompletableFuture<Deadline> outer = new CompletableFuture<>();
          Plan<Unit> longer =
              inner
                  .watch(timeout(HOUR, gate.pass()))
                  .recover(
                      thrown -> {
                        timeouts.incrementAndGet();
                        return new Fail<>(thrown);
                      });
          Task<Unit> task =
              model.start(
                  new Timeout<>(
                      SHORT,
                      handle -> {
                        outer.complete(handle);
                        return longer;
                      }));
          assertTimedOut(task);
          assertThat(outer.resultNow().expired()).as("outer expired").isTrue();
          assertThat(expired()).as("inner expired").isFalse();
          assertThat(timeouts).as("timeouts of the inner block").hasValue(0);
          assertThat(inner.cancelled()).isEqualTo(1);
        });
  }

  @EachModel
  void TO18_ifTheInnerIsShorterItRaisesAndTheOuterGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Deadline> inner = new CompletableFuture<>();
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Plan<Unit> shorter =
              new Timeout<>(
                  SHORT,
                  handle -> {
                    inner.complete(handle);
                    return gate.pass();
                  });
          Task<Integer> task =
              model.start(
                  timeout(
                      HOUR,
                      shorter
                          .recover(
                              thrown -> {
                                caught.complete(thrown);
                                return after.pass();
                              })
                          .then(new Value<>(1))));
          assertThat(assertGoesOn(task)).isEqualTo(1);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(inner.resultNow().expired()).as("inner expired").isTrue();
          assertThat(expired()).as("outer expired").isFalse();
        });
  }

  @EachModel
  void TO18_ifBothPassBeforeTheBlockSuspendsItIsCancelledOnceAndATimeoutComesOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Unit> block = new Call<>(() -> Limits.overrun(SHORT)).then(gate.pass());
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Task<Unit> task =
              model.start(
                  timeout(SHORT, new Timeout<>(SHORT, inner -> block))
                      .recover(
                          thrown -> {
                            caught.complete(thrown);
                            return after.pass();
                          }));
          assertGoesOn(task);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void TO19_aCancellationFromOutsideBeforeTheDeadlineIsNoTimeout(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Unit> task = model.start(timeout(HOUR, gate.pass()));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(expired()).isFalse();
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
            assertTimedOut(model.start(timeout(past, block)));
          }
          int blocks = Limits.PAST.size();
          assertThat(before).as("blocks that started").hasValue(blocks);
          assertThat(behind).as("blocks that got behind the gate").hasValue(0);
          assertThat(gate.cancellations()).isEqualTo(blocks);
          assertThat(expired()).isTrue();
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
            Plan<Integer> plan = timeout(past, new Call<>(() -> 1).then(new Value<>(2)));
            assertThat(await(model.start(plan))).isEqualTo(2);
            assertThat(model.run(plan)).isEqualTo(2);
          }
          assertThat(expired()).isFalse();
        });
  }

  @EachModel
  void TO23_theUnfinishedChildrenOfAGroupHaveEndedCancelledAndTheFinishedKeepTheirValues(
      Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate shut = new Gate();
                  Witness child = new Witness();
                  Witness body = new Witness();
                  CompletableFuture<Task<Integer>> finished = new CompletableFuture<>();
                  CompletableFuture<Task<Unit>> unfinished = new CompletableFuture<>();
                  Plan<Unit> group =
                      new OpenGroup<>(
                          opened -> {
                            finished.complete(opened.start(new Value<>(1)));
                            unfinished.complete(opened.start(child.watch(shut.pass())));
                            return new Await<>(finished.resultNow()).then(body.watch(shut.pass()));
                          });
                  Task<Unit> task = model.start(new Timeout<>(limit, handle -> group));
                  assertTimedOut(task);
                  assertThat(unfinished.resultNow().isCancelled()).as("cancelled by then").isTrue();
                  assertThat(shut.cancellations()).isEqualTo(child.begun() + body.begun());
                  if (child.begun() == 0 || body.begun() == 0) {
                    return false;
                  }
                  assertThat(finished.resultNow().result()).isEqualTo(1);
                  assertThat(child.cancelled()).isEqualTo(1);
                  assertThat(body.cancelled()).isEqualTo(1);
                  return true;
                }));
  }

  @EachModel
  void TO23_aChildWhoseCleanUpFailsMakesItAGroupFailureAndTheTaskGoesOn(Model kind) {
    ContractCase.on(
        kind,
        model ->
            Limits.untilInTime(
                limit -> {
                  Gate behind = new Gate();
                  Witness child = new Witness();
                  Plan<Unit> breaks = child.watch(new Gate().pass()).cleanUp(new Fail<>(failure));
                  Plan<Unit> group =
                      new OpenGroup<>(opened -> opened.add(breaks).then(new Gate().pass()));
                  behind.open();
                  CompletableFuture<Deadline> passed = new CompletableFuture<>();
                  Task<Throwable> caught =
                      model.start(
                          new Timeout<>(
                                  limit,
                                  handle -> {
                                    passed.complete(handle);
                                    return group;
                                  })
                              .then(new Value<>(new Throwable("nothing was raised")))
                              .recover(thrown -> behind.pass().then(new Value<>(thrown))));
                  Throwable thrown = await(caught);
                  assertThat(passed.resultNow().expired()).isTrue();
                  if (child.begun() == 0) {
                    assertThat(thrown).isExactlyInstanceOf(TimedOutException.class);
                    return false;
                  }
                  assertThat(thrown).isExactlyInstanceOf(TaskGroupException.class);
                  assertThat(((TaskGroupException) thrown).errors()).isEqualTo(List.of(failure));
                  return true;
                }));
  }

  @EachModel
  void TO25_cleanUpAfterACancellationMayHaveADeadlineOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Witness inCleanUp = new Witness();
          Plan<Unit> cleanUp =
              timeout(SHORT, inCleanUp.watch(new Gate().pass())).recover(thrown -> after.pass());
          Task<Unit> task = model.start(gate.pass().cleanUp(cleanUp));
          gate.awaitArrivals(1);
          assertThat(task.cancel()).isTrue();
          after.awaitArrivals(1);
          assertThat(expired()).isTrue();
          assertThat(task.isDone()).isFalse();
          after.open();
          assertCancelled(task);
          assertThat(inCleanUp.cancelled()).isEqualTo(1);
          assertThat(after.cancellations()).isZero();
        });
  }

  @EachModel
  void TO25_cleanUpAfterADeadlineMayHaveOneOfItsOwn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          CompletableFuture<Throwable> caught = new CompletableFuture<>();
          Plan<Unit> cleanUp =
              timeout(SHORT, new Gate().pass())
                  .recover(
                      thrown -> {
                        caught.complete(thrown);
                        return after.pass();
                      });
          Task<Unit> task =
              model.start(new Timeout<>(SHORT, outer -> gate.pass().cleanUp(cleanUp)));
          after.awaitArrivals(1);
          after.open();
          assertTimedOut(task);
          assertThat(caught.resultNow()).isExactlyInstanceOf(TimedOutException.class);
          assertThat(after.cancellations()).isZero();
        });
  }

  @EachModel
  void TO26_aTimeoutThatTheBlockItselfRaisesComesOutUnchangedAndNothingHasExpired(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          TimedOutException own = new TimedOutException("own");
          Task<Unit> task = model.start(timeout(HOUR, new Fail<Unit>(own)));
          awaitEnd(task);
          assertFailed(task, own);
          assertThat(own).hasNoCause();
          assertThat(expired()).isFalse();
        });
  }
}
