package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Waiting.assertFound;
import static dev.heddle.plan.ReturnWhen.ALL_COMPLETED;
import static dev.heddle.plan.ReturnWhen.FIRST_COMPLETED;
import static dev.heddle.plan.ReturnWhen.FIRST_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Section 5 of the semantics: wait with a timeout. Each test carries the ID of the line it proves.
 */
class WaitTimeoutContractTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Exception failure = new Exception("E");

  private static Plan<Waited<Integer>> wait(
      ReturnWhen until, Duration timeout, List<Task<Integer>> tasks) {
    return new Wait<Integer>(tasks, until, Optional.of(timeout));
  }

  @EachModel
  void W8_aTimeoutYieldsWhatHasEndedSoFarAndIsNoError(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> succeeded = model.start(new Value<>(1));
          Task<Integer> failed = model.start(new Fail<>(failure));
          awaitEnd(succeeded);
          awaitEnd(failed);
          Held<Integer> running = Held.start(model, new Value<>(3));
          Task<Waited<Integer>> waiter =
              model.start(wait(ALL_COMPLETED, SHORT, List.of(running.task(), succeeded, failed)));
          assertFound(waiter, Set.of(succeeded, failed), Set.of(running.task()));
          assertFailed(failed, failure);
        });
  }

  @EachModel
  void W8_aTimeoutBeforeTheFirstEndYieldsNothingDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(1));
          Held<Integer> two = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              model.start(wait(FIRST_COMPLETED, SHORT, List.of(one.task(), two.task())));
          assertFound(waiter, Set.of(), Set.of(one.task(), two.task()));
        });
  }

  @EachModel
  void W9_tasksPendingAfterATimeoutRunOnAndCanBeAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(1));
          Held<Integer> two = Held.start(model, new Value<>(2));
          awaitEnd(model.start(wait(ALL_COMPLETED, SHORT, List.of(one.task(), two.task()))));
          one.assertRunsOnTo(1);
          two.assertRunsOnTo(2);
          assertThat(await(model.start(two.await()))).isEqualTo(2);
        });
  }

  @EachModel
  void W10_aTimeoutOfZeroOrLessLooksOnceWithoutWaiting(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = model.start(new Value<>(1));
          awaitEnd(ended);
          Held<Integer> running = Held.start(model, new Value<>(2));
          for (ReturnWhen until : ReturnWhen.values()) {
            for (Duration timeout : List.of(Duration.ZERO, HOUR.negated())) {
              Task<Waited<Integer>> waiter =
                  model.start(wait(until, timeout, List.of(running.task(), ended)));
              assertFound(waiter, Set.of(ended), Set.of(running.task()));
            }
          }
          running.assertRunsOnTo(2);
        });
  }

  @EachModel
  void W10_aPollThatFindsNothingYieldsNothingDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> running = Held.start(model, new Value<>(1));
          Task<Waited<Integer>> waiter =
              model.start(wait(FIRST_COMPLETED, Duration.ZERO, List.of(running.task())));
          assertFound(waiter, Set.of(), Set.of(running.task()));
          running.assertRunsOnTo(1);
        });
  }

  @EachModel
  void W11_nothingToWaitForIsRefusedWithATimeoutToo(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (Duration timeout : List.of(Duration.ZERO, HOUR)) {
            assertThatThrownBy(() -> wait(ALL_COMPLETED, timeout, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
            Task<Waited<Integer>> waiter =
                model.start(new NoOp().then(unit -> wait(FIRST_COMPLETED, timeout, List.of())));
            awaitEnd(waiter);
            assertThat(waiter.exception().orElseThrow())
                .isInstanceOf(IllegalArgumentException.class);
          }
        });
  }

  @EachModel
  void W18_cancellingWhoWaitsUnderATimeoutLeavesTheTasksRunning(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> running = Held.start(model, new Value<>(1));
          Countdown delivered = new Countdown(1);
          Task<Waited<Integer>> waiter =
              Waiting.start(
                  model,
                  wait(FIRST_EXCEPTION, HOUR, List.of(running.task()))
                      .cleanUp(new Call<>(delivered::count)));
          assertThat(waiter.cancel()).isTrue();
          assertCancelled(waiter);
          delivered.await();
          running.assertRunsOnTo(1);
          PromptClose.of(model);
        });
  }

  @EachModel
  void W19_anEndBeforeTheTimeoutReturnsAtOnceAndLeavesNoTimer(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (ReturnWhen until : ReturnWhen.values()) {
            Held<Integer> one = Held.start(model, new Value<>(1));
            Held<Integer> two = Held.start(model, new Value<>(2));
            two.release();
            Task<Waited<Integer>> waiter =
                Waiting.start(model, wait(until, HOUR, List.of(one.task(), two.task())));
            one.release();
            awaitEnd(waiter);
            assertThat(waiter.result().done()).contains(two.task());
          }
          PromptClose.of(model);
        });
  }

  @EachModel
  void W19_aTimeoutThatWasNotNeededDisturbsNothingLater(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = model.start(new Value<>(1));
          awaitEnd(ended);
          for (ReturnWhen until : ReturnWhen.values()) {
            Task<String> waiter =
                model.start(
                    wait(until, SHORT, List.of(ended))
                        .then(new Sleep(SHORT.multipliedBy(3)))
                        .then(new Value<>("undisturbed")));
            assertThat(await(waiter)).isEqualTo("undisturbed");
          }
        });
  }

  @EachModel
  void W22_aTimeoutWithoutAFailureYieldsWhatHasEndedSoFar(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> succeeded = model.start(new Value<>(1));
          awaitEnd(succeeded);
          Held<Integer> cancelled = Held.start(model, new Value<>(2));
          cancelled.cancel();
          Held<Integer> running = Held.start(model, new Value<>(3));
          Task<Waited<Integer>> waiter =
              model.start(
                  wait(
                      FIRST_EXCEPTION,
                      SHORT,
                      List.of(running.task(), cancelled.task(), succeeded)));
          assertFound(waiter, Set.of(succeeded, cancelled.task()), Set.of(running.task()));
          running.assertRunsOnTo(3);
        });
  }
}
