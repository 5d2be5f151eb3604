package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Section 9 of the semantics: bounding how many run at once. Each test carries the ID of the line
 * it proves, and ends with every permit back.
 */
class BoundedContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final AtomicInteger entered = new AtomicInteger();
  private final Exception failure = new Exception("E");

  /** What a case does with a model and permits of its own. */
  @FunctionalInterface
  private interface Steps {
    void run(ExecutionModel model, Permits permits) throws Exception;
  }

  /** A case that must leave all permits behind, before its model is closed. */
  private static void on(Model kind, int count, Steps steps) {
    ContractCase.on(
        kind,
        model -> {
          Permits permits = new Permits(count);
          steps.run(model, permits);
          assertBack(permits, count);
        });
  }

  /** What survives a failed gather may still be inside when a case has seen enough. */
  private static void assertBack(Permits permits, int count) {
    Spin.until(
        () -> permits.available() == count && permits.waiting() == 0,
        count + " permits are back and nobody waits for one");
  }

  private static void awaitWaiting(Permits permits, int count) {
    Spin.until(() -> permits.waiting() == count, count + " wait for a permit");
  }

  private <R> Plan<R> enter(Plan<R> body) {
    return new Call<>(entered::incrementAndGet).then(body);
  }

  /** A task that holds a permit at a gate. */
  private Task<Unit> startHolder(ExecutionModel model, Permits permits, Gate at)
      throws InterruptedException {
    Task<Unit> holder = model.start(new Bounded<>(permits, at.pass()));
    at.awaitArrivals(1);
    return holder;
  }

  @EachModel
  void SEM1_neverMoreThanTheLimitAreInsideAndValuesComeInArgumentOrder(Model kind) {
    on(
        kind,
        3,
        (model, permits) -> {
          AtomicInteger inside = new AtomicInteger();
          AtomicInteger most = new AtomicInteger();
          Plan<Integer> arrive =
              new Call<>(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max));
          List<Plan<Integer>> children = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            int value = i;
            Plan<Integer> leave =
                new Call<>(
                    () -> {
                      inside.decrementAndGet();
                      return value;
                    });
            children.add(new Bounded<>(permits, arrive.then(gate.pass()).then(leave)));
          }
          Task<List<Integer>> all = model.start(new Gather<>(children));
          gate.awaitArrivals(3);
          awaitWaiting(permits, 5);
          assertThat(inside).hasValue(3);
          gate.open();
          assertThat(await(all)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
          assertThat(most).as("most inside at once").hasValue(3);
        });
  }

  @EachModel
  void SEM1_neverMoreThanTheLimitOfFiveHundredAreInside(Model kind) {
    on(
        kind,
        7,
        (model, permits) -> {
          AtomicInteger inside = new AtomicInteger();
          AtomicInteger most = new AtomicInteger();
          Plan<Integer> body =
              new Call<>(() -> most.accumulateAndGet(inside.incrementAndGet(), Math::max))
                  .then(new Sleep(Duration.ofNanos(1)))
                  .then(new Call<>(inside::decrementAndGet));
          await(model.start(new Gather<>(Collections.nCopies(500, new Bounded<>(permits, body)))));
          assertThat(most.get()).as("most inside at once").isBetween(1, 7);
        });
  }

  @EachModel
  void SEM2_inTheEndAllHaveRun(Model kind) {
    on(
        kind,
        2,
        (model, permits) -> {
          List<Plan<Integer>> children =
              IntStream.range(0, 20)
                  .<Plan<Integer>>mapToObj(i -> new Bounded<>(permits, enter(new Value<>(i))))
                  .toList();
          assertThat(model.run(new Gather<>(children)))
              .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
          assertThat(entered).hasValue(20);
          assertThat(permits.available()).isEqualTo(2);
        });
  }

  @EachModel
  void SEM3_whoHasToWaitEntersInTheOrderOfAsking(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          List<Integer> order = Collections.synchronizedList(new ArrayList<>());
          List<Task<Boolean>> waiters = new ArrayList<>();
          for (int i = 0; i < 6; i++) {
            int number = i;
            waiters.add(model.start(new Bounded<>(permits, new Call<>(() -> order.add(number)))));
            awaitWaiting(permits, i + 1);
          }
          assertThat(order).isEmpty();
          gate.open();
          await(holder);
          for (Task<Boolean> waiter : waiters) {
            await(waiter);
          }
          assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
        });
  }

  @EachModel
  void SEM4_aBodyThatFailsGivesItsPermitBack(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Error error = new AssertionError("an Error is a failure like any other");
          assertFailed(model.start(new Bounded<>(permits, new Fail<>(failure))), failure);
          assertThatThrownBy(() -> model.run(new Bounded<>(permits, new Fail<>(error))))
              .isSameAs(error);
          assertThat(permits.available()).isEqualTo(1);
        });
  }

  @EachModel
  void SEM4_thePermitOfABodyThatFailsGoesToWhoWaits(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder =
              model.start(new Bounded<>(permits, gate.pass().then(new Fail<>(failure))));
          gate.awaitArrivals(1);
          Task<Unit> waiter = model.start(new Bounded<>(permits, new NoOp()));
          awaitWaiting(permits, 1);
          gate.open();
          assertFailed(holder, failure);
          await(waiter);
        });
  }

  @EachModel
  void SEM5_aWaiterThatIsCancelledLeavesTheQueueAndTheNextGetsThePermit(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Task<Unit> first = model.start(new Bounded<>(permits, enter(new NoOp())));
          awaitWaiting(permits, 1);
          Task<Unit> second = model.start(new Bounded<>(permits, new NoOp()));
          awaitWaiting(permits, 2);
          assertThat(first.cancel()).isTrue();
          assertCancelled(first);
          assertThat(permits.waiting()).isEqualTo(1);
          assertThat(second.isDone()).isFalse();
          gate.open();
          await(second);
          await(holder);
          assertThat(entered).as("bodies entered by who was cancelled").hasValue(0);
        });
  }

  @EachModel
  void SEM5_aCancellationThatMeetsTheHandOverLosesNoPermit(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          for (int round = 0; round < 200; round++) {
            Gate release = new Gate();
            Task<Unit> holder = startHolder(model, permits, release);
            Task<Unit> cancelled = model.start(new Bounded<>(permits, new NoOp()));
            awaitWaiting(permits, 1);
            Task<Unit> next = model.start(new Bounded<>(permits, new NoOp()));
            awaitWaiting(permits, 2);
            release.open();
            cancelled.cancel();
            await(next);
            await(holder);
            awaitEnd(cancelled);
            assertBack(permits, 1);
          }
        });
  }

  @EachModel
  void SEM6_aHolderThatIsCancelledGivesItsPermitToTheNext(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Task<Unit> next = model.start(new Bounded<>(permits, other.pass()));
          awaitWaiting(permits, 1);
          assertThat(holder.cancel()).isTrue();
          other.awaitArrivals(1);
          assertCancelled(holder);
          other.open();
          await(next);
          assertThat(gate.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void SEM6_theNextEntersOnlyWhenTheCleanUpOfWhoWasCancelledHasEnded(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder =
              model.start(new Bounded<>(permits, gate.pass().cleanUp(other.pass())));
          gate.awaitArrivals(1);
          Task<Unit> next = model.start(new Bounded<>(permits, enter(new NoOp())));
          awaitWaiting(permits, 1);
          assertThat(holder.cancel()).isTrue();
          other.awaitArrivals(1);
          assertThat(permits.waiting()).isEqualTo(1);
          assertThat(entered).hasValue(0);
          other.open();
          assertCancelled(holder);
          await(next);
        });
  }

  @EachModel
  void SEM7_ofAGatherThatIsCancelledNobodyEntersWhoWasWaiting(Model kind) {
    on(
        kind,
        2,
        (model, permits) -> {
          Plan<Unit> child = new Bounded<>(permits, enter(gate.pass()));
          Task<List<Unit>> gather = model.start(new Gather<>(Collections.nCopies(6, child)));
          gate.awaitArrivals(2);
          awaitWaiting(permits, 4);
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          assertThat(entered).as("bodies entered").hasValue(2);
          assertThat(gate.cancellations()).isEqualTo(2);
        });
  }

  @EachModel
  void SEM7_tasksThatWaitForAPermitAreCancelledWithTheGatherThatAwaitsThem(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          List<Task<Unit>> queued = new ArrayList<>();
          for (int i = 1; i < 4; i++) {
            queued.add(model.start(new Bounded<>(permits, enter(new NoOp()))));
            awaitWaiting(permits, i);
          }
          Witness children = new Witness();
          Task<List<Unit>> gather =
              model.start(
                  new Gather<>(
                      queued.stream().map(task -> children.watch(new Await<>(task))).toList()));
          Spin.until(() -> children.begun() == 3, "all children have begun");
          assertThat(gather.cancel()).isTrue();
          assertCancelled(gather);
          assertThat(queued).allMatch(Task::isCancelled);
          assertThat(permits.waiting()).isZero();
          gate.open();
          await(holder);
          assertThat(entered).as("bodies entered by who was waiting").hasValue(0);
        });
  }

  @EachModel
  void SEM8_nobodyWaitsWhereThereAreEnoughPermits(Model kind) {
    on(
        kind,
        5,
        (model, permits) -> {
          Task<List<Unit>> all =
              model.start(
                  new Gather<>(Collections.nCopies(5, new Bounded<>(permits, gate.pass()))));
          gate.awaitArrivals(5);
          assertThat(permits.waiting()).isZero();
          assertThat(permits.available()).isZero();
          gate.open();
          await(all);
        });
  }

  @EachModel
  void SEM9_withoutPermitsEverybodyWaitsForARelease(Model kind) {
    on(
        kind,
        0,
        (model, permits) -> {
          Task<Integer> task = model.start(new Bounded<>(permits, enter(new Value<>(1))));
          awaitWaiting(permits, 1);
          assertThat(task.isDone()).isFalse();
          assertThat(entered).hasValue(0);
          permits.release();
          assertThat(await(task)).isEqualTo(1);
          takeAway(permits);
        });
  }

  /** Takes a permit that was added away again. */
  private static void takeAway(Permits permits) {
    Spin.until(() -> permits.available() == 1, "the added permit is back");
    assertThat(permits.acquire(() -> {})).isTrue();
  }

  @Test
  void SEM9_lessThanNoPermitsAreAnError() {
    assertThatThrownBy(() -> new Permits(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are -1 permits; allowed: 0 or more");
  }

  @EachModel
  void SEM11_aBlockWhoseDeadlinePassesWhileItWaitsForAPermitLosesNone(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Plan<Unit> waits = new Bounded<>(permits, enter(new NoOp()));
          assertTimedOut(model.start(new Timeout<>(SHORT, deadline -> waits)));
          assertThat(permits.waiting()).isZero();
          gate.open();
          await(holder);
          assertThat(entered).hasValue(0);
        });
  }

  @EachModel
  void SEM11_workWhoseLimitPassesWhileItWaitsForAPermitLosesNone(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Limits.untilInTime(
              limit -> {
                Witness work = new Witness();
                Plan<Unit> waits = work.watch(new Bounded<>(permits, enter(new NoOp())));
                assertTimedOut(model.start(new Within<>(waits, limit)));
                assertThat(permits.waiting()).isZero();
                assertThat(work.cancelled()).isEqualTo(work.begun());
                return work.begun() == 1;
              });
          gate.open();
          await(holder);
          assertThat(entered).hasValue(0);
        });
  }

  @EachModel
  void SEM11_aDeadlineThatMeetsTheHandOverLosesNoPermit(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Duration moment = Duration.ofMillis(2);
          for (int round = 0; round < 100; round++) {
            Gate release = new Gate();
            Task<Unit> holder =
                model.start(new Bounded<>(permits, release.pass().then(new Sleep(moment))));
            release.awaitArrivals(1);
            Task<Unit> waiter =
                model.start(new Timeout<>(moment, deadline -> new Bounded<>(permits, new NoOp())));
            release.open();
            await(holder);
            awaitEnd(waiter);
            waiter.exception().ifPresent(BoundedContractTest::assertIsTimeout);
            assertBack(permits, 1);
          }
        });
  }

  private static void assertIsTimeout(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(TimedOutException.class);
  }

  @EachModel
  void SEM13_whoWaitsStillGetsPermitsAndRunsWhenTheGatherHasFailed(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Countdown ran = new Countdown(3);
          Task<Integer> failing =
              model.start(new Bounded<>(permits, gate.pass().then(new Fail<>(failure))));
          gate.awaitArrivals(1);
          Plan<Integer> queued = new Bounded<>(permits, other.pass().then(new Call<>(ran::count)));
          Task<List<Integer>> gather =
              model.start(new Gather<>(List.of(new Await<>(failing), queued, queued, queued)));
          awaitWaiting(permits, 3);
          gate.open();
          assertFailed(gather, failure);
          other.awaitArrivals(1);
          assertThat(permits.waiting()).isEqualTo(2);
          other.open();
          ran.await();
          assertThat(other.cancellations()).isZero();
        });
  }

  @EachModel
  void SEM14_aGroupThatFailsDrainsTheQueueByCancellation(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Gate body = new Gate();
          CompletableFuture<TaskGroup> group = new CompletableFuture<>();
          Task<Unit> whole =
              model.start(
                  new OpenGroup<>(
                      opened -> {
                        group.complete(opened);
                        return body.pass();
                      }));
          body.awaitArrivals(1);
          var unused =
              group
                  .resultNow()
                  .start(new Bounded<>(permits, gate.pass().then(new Fail<Unit>(failure))));
          gate.awaitArrivals(1);
          List<Task<Unit>> waiters = new ArrayList<>();
          for (int i = 0; i < 4; i++) {
            waiters.add(group.resultNow().start(new Bounded<>(permits, enter(other.pass()))));
            awaitWaiting(permits, i + 1);
          }
          gate.open();
          assertGroupFailed(whole, List.of(failure));
          assertThat(waiters).allMatch(Task::isCancelled);
          assertThat(entered.get()).as("waiters that entered").isLessThanOrEqualTo(1);
          assertThat(other.cancellations()).isEqualTo(entered.get());
          assertThat(body.cancellations()).isEqualTo(1);
        });
  }

  @EachModel
  void SEM14_aGroupOfKnownChildrenThatFailsDrainsTheQueueByCancellation(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Plan<Unit> fails = gate.pass().then(new Fail<>(failure));
          Plan<Unit> child =
              new Bounded<>(
                  permits,
                  new Call<>(entered::incrementAndGet)
                      .then(number -> number == 1 ? fails : other.pass()));
          Task<List<Unit>> whole = model.start(new Group<>(Collections.nCopies(5, child)));
          gate.awaitArrivals(1);
          awaitWaiting(permits, 4);
          gate.open();
          assertGroupFailed(whole, List.of(failure));
          assertThat(entered.get() - 1).as("waiters that entered").isBetween(0, 1);
          assertThat(other.cancellations()).isEqualTo(entered.get() - 1);
        });
  }

  private static void assertGroupFailed(Task<?> group, List<Throwable> failures)
      throws InterruptedException {
    awaitEnd(group);
    Throwable thrown = group.exception().orElseThrow();
    assertThat(thrown).isExactlyInstanceOf(TaskGroupException.class);
    assertThat(((TaskGroupException) thrown).errors()).isEqualTo(failures);
  }

  @EachModel
  void SEM15_aHolderThatAsksAgainWaits(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Plan<Unit> again = new Bounded<>(permits, enter(new NoOp()));
          Task<Unit> task = model.start(new Bounded<>(permits, again));
          awaitWaiting(permits, 1);
          assertThat(task.isDone()).isFalse();
          assertThat(entered).hasValue(0);
          assertThat(task.cancel()).isTrue();
          assertCancelled(task);
          assertThat(entered).hasValue(0);
        });
  }

  @EachModel
  void SEM15_aHolderThatAsksAgainGoesOnWithAPermitMore(Model kind) {
    on(
        kind,
        0,
        (model, permits) -> {
          Plan<Integer> again = new Bounded<>(permits, enter(new Value<>(1)));
          Task<Integer> task = model.start(new Bounded<>(permits, again));
          awaitWaiting(permits, 1);
          permits.release();
          Spin.until(() -> permits.waiting() == 1 && permits.available() == 0, "it asks again");
          assertThat(entered).hasValue(0);
          permits.release();
          assertThat(await(task)).isEqualTo(1);
          Spin.until(() -> permits.available() == 2, "both permits are back");
          assertThat(permits.acquire(() -> {})).isTrue();
          assertThat(permits.acquire(() -> {})).isTrue();
        });
  }
}
