package dev.heddle.model;

import static dev.heddle.model.BoundedCase.assertBack;
import static dev.heddle.model.BoundedCase.awaitWaiting;
import static dev.heddle.model.BoundedCase.enter;
import static dev.heddle.model.BoundedCase.on;
import static dev.heddle.model.BoundedCase.startHolder;
import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Limits.SHORT;
import static dev.heddle.model.Limits.assertTimedOut;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.heddle.plan.Within;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Section 9 of the semantics: cancelling those who wait for a permit and those who have one, by
 * request, by a limit or by a group that fails. Each test carries the ID of the line it proves, and
 * ends with every permit back.
 */
class BoundedCancellationContractTest {

  private final Gate gate = new Gate();
  private final Gate other = new Gate();
  private final AtomicInteger entered = new AtomicInteger();
  private final Exception failure = new Exception("E");

  @EachModel
  void SEM5_aWaiterThatIsCancelledLeavesTheQueueAndTheNextGetsThePermit(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Task<Unit> first = model.start(new Bounded<>(permits, enter(entered, new NoOp())));
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
          Task<Unit> next = model.start(new Bounded<>(permits, enter(entered, new NoOp())));
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
          Plan<Unit> child = new Bounded<>(permits, enter(entered, gate.pass()));
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
            queued.add(model.start(new Bounded<>(permits, enter(entered, new NoOp()))));
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
  void SEM11_aBlockWhoseDeadlinePassesWhileItWaitsForAPermitLosesNone(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Task<Unit> holder = startHolder(model, permits, gate);
          Plan<Unit> waits = new Bounded<>(permits, enter(entered, new NoOp()));
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
                Plan<Unit> waits = work.watch(new Bounded<>(permits, enter(entered, new NoOp())));
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
            waiter.exception().ifPresent(BoundedCancellationContractTest::assertIsTimeout);
            assertBack(permits, 1);
          }
        });
  }

  private static void assertIsTimeout(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(TimedOutException.class);
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
            waiters.add(
                group.resultNow().start(new Bounded<>(permits, enter(entered, other.pass()))));
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
}
