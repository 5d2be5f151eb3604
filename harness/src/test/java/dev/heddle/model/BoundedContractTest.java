package dev.heddle.model;

import static dev.heddle.model.BoundedCase.awaitWaiting;
import static dev.heddle.model.BoundedCase.enter;
import static dev.heddle.model.BoundedCase.on;
import static dev.heddle.model.BoundedCase.startHolder;
import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Await;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
                  .<Plan<Integer>>mapToObj(
                      i -> new Bounded<>(permits, enter(entered, new Value<>(i))))
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
          Task<Integer> task = model.start(new Bounded<>(permits, enter(entered, new Value<>(1))));
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
  void SEM15_aHolderThatAsksAgainWaits(Model kind) {
    on(
        kind,
        1,
        (model, permits) -> {
          Plan<Unit> again = new Bounded<>(permits, enter(entered, new NoOp()));
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
          Plan<Integer> again = new Bounded<>(permits, enter(entered, new Value<>(1)));
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
