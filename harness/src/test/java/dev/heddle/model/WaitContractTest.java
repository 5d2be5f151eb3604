package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static dev.heddle.model.Waiting.assertFound;
import static dev.heddle.plan.ReturnWhen.ALL_COMPLETED;
import static dev.heddle.plan.ReturnWhen.FIRST_COMPLETED;
import static dev.heddle.plan.ReturnWhen.FIRST_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Section 5 of the semantics: when wait returns and what it finds. Each test carries the ID of the
 * line it proves.
 */
class WaitContractTest {

  private final Exception failure = new Exception("E");

  private static Task<Waited<Integer>> startWait(
      ExecutionModel model, ReturnWhen until, List<Task<Integer>> tasks)
      throws InterruptedException {
    return Waiting.start(model, new Wait<Integer>(tasks, until));
  }

  @EachModel
  void W1_allCompletedReturnsWhenAllHaveEndedHoweverTheyEnded(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> succeeds = Held.start(model, new Value<>(1));
          Held<Integer> fails = Held.start(model, new Fail<>(failure));
          Held<Integer> cancelled = Held.start(model, new Value<>(3));
          Task<Waited<Integer>> waiter =
              startWait(
                  model, ALL_COMPLETED, List.of(succeeds.task(), fails.task(), cancelled.task()));
          fails.release();
          cancelled.cancel();
          assertThat(waiter.isDone()).as("returned with one still running").isFalse();
          succeeds.release();
          assertFound(waiter, Set.of(succeeds.task(), fails.task(), cancelled.task()), Set.of());
          assertFailed(fails.task(), failure);
        });
  }

  @EachModel
  void W2_firstCompletedReturnsAtAValue(Model kind) {
    firstCompletedReturnsAt(kind, new Value<>(1), new Outcome.Success<>(1));
  }

  @EachModel
  void W2_firstCompletedReturnsAtAFailure(Model kind) {
    firstCompletedReturnsAt(kind, new Fail<>(failure), new Outcome.Failure<>(failure));
  }

  private static void firstCompletedReturnsAt(
      Model kind, Plan<Integer> end, Outcome<Integer> ended) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(0));
          Held<Integer> first = Held.start(model, end);
          Held<Integer> three = Held.start(model, new Value<>(0));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_COMPLETED, List.of(one.task(), first.task(), three.task()));
          assertThat(waiter.isDone()).as("returned before any has ended").isFalse();
          first.release();
          assertFound(waiter, Set.of(first.task()), Set.of(one.task(), three.task()));
          assertThat(first.task().outcome()).isEqualTo(ended);
        });
  }

  @EachModel
  void W2_firstCompletedReturnsAtACancellation(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(1));
          Held<Integer> cancelled = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_COMPLETED, List.of(one.task(), cancelled.task()));
          cancelled.cancel();
          assertFound(waiter, Set.of(cancelled.task()), Set.of(one.task()));
        });
  }

  @EachModel
  void W3_firstCompletedFindsAllThatHadEndedBefore(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> succeeded = model.start(new Value<>(1));
          Task<Integer> failed = model.start(new Fail<>(failure));
          Held<Integer> pending = Held.start(model, new Value<>(3));
          awaitEnd(succeeded);
          awaitEnd(failed);
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_COMPLETED, List.of(pending.task(), succeeded, failed));
          assertFound(waiter, Set.of(succeeded, failed), Set.of(pending.task()));
          assertFailed(failed, failure);
        });
  }

  /**
   * The first tells its end to whoever waits for it only after the second has ended, so a waiter
   * that is there in time finds both. One round is forgiven: its waiter may have come between.
   */
  @EachModel
  void W3_firstCompletedFindsAllThatEndInTheSameInstant(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          int bothFound = 0;
          for (int round = 0; round < 20; round++) {
            TaskCell<Integer> first = new TaskCell<>(Optional.of("first"), () -> false);
            TaskCell<Integer> second = new TaskCell<>(Optional.of("second"), () -> false);
            first.whenDone(ended -> second.complete(new Outcome.Success<>(2)));
            Held<Integer> pending = Held.start(model, new Value<>(3));
            Task<Waited<Integer>> waiter =
                startWait(model, FIRST_COMPLETED, List.of(first, second, pending.task()));
            first.complete(new Outcome.Success<>(1));
            Waited<Integer> waited = await(waiter);
            assertThat(waited.done()).isNotEmpty().allMatch(Task::isDone);
            assertThat(waited.pending()).contains(pending.task());
            bothFound += waited.done().size() == 2 ? 1 : 0;
            pending.release();
          }
          assertThat(bothFound).as("rounds in which both were found").isGreaterThanOrEqualTo(19);
        });
  }

  @EachModel
  void W4_firstExceptionReturnsAtTheFirstFailureWithEarlierSuccessesAmongTheDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> earlier = Held.start(model, new Value<>(1));
          Held<Integer> running = Held.start(model, new Value<>(2));
          Held<Integer> fails = Held.start(model, new Fail<>(failure));
          Task<Waited<Integer>> waiter =
              startWait(
                  model, FIRST_EXCEPTION, List.of(earlier.task(), running.task(), fails.task()));
          earlier.release();
          assertThat(waiter.isDone()).as("returned at a success").isFalse();
          fails.release();
          assertFound(waiter, Set.of(earlier.task(), fails.task()), Set.of(running.task()));
          assertFailed(fails.task(), failure);
        });
  }

  @EachModel
  void W5_firstExceptionWaitsForAllWhereNobodyFails(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> before = model.start(new Value<>(1));
          awaitEnd(before);
          Held<Integer> one = Held.start(model, new Value<>(2));
          Held<Integer> two = Held.start(model, new Value<>(3));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_EXCEPTION, List.of(before, one.task(), two.task()));
          two.release();
          assertThat(waiter.isDone()).as("returned with one still running").isFalse();
          one.release();
          assertFound(waiter, Set.of(before, one.task(), two.task()), Set.of());
        });
  }

  @EachModel
  void W6_aCancelledTaskDoesNotEndAWaitForTheFirstException(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> cancelledBefore = Held.start(model, new Value<>(1));
          cancelledBefore.cancel();
          Held<Integer> cancelled = Held.start(model, new Value<>(2));
          Held<Integer> fails = Held.start(model, new Fail<>(failure));
          Held<Integer> running = Held.start(model, new Value<>(4));
          Task<Waited<Integer>> waiter =
              startWait(
                  model,
                  FIRST_EXCEPTION,
                  List.of(cancelledBefore.task(), cancelled.task(), fails.task(), running.task()));
          cancelled.cancel();
          assertThat(waiter.isDone()).as("returned at a cancellation").isFalse();
          fails.release();
          assertFound(
              waiter,
              Set.of(cancelledBefore.task(), cancelled.task(), fails.task()),
              Set.of(running.task()));
          assertFailed(fails.task(), failure);
        });
  }

  @EachModel
  void W7_firstCompletedReturnsAtOnceWhereOneHasEndedAlready(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> cancelled = Held.start(model, new Value<>(1));
          cancelled.cancel();
          Held<Integer> running = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_COMPLETED, List.of(running.task(), cancelled.task()));
          assertFound(waiter, Set.of(cancelled.task()), Set.of(running.task()));
        });
  }

  @EachModel
  void W7_firstExceptionReturnsAtOnceWhereOneHasFailedAlready(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> failed = model.start(new Fail<>(failure));
          awaitEnd(failed);
          Held<Integer> running = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_EXCEPTION, List.of(running.task(), failed));
          assertFound(waiter, Set.of(failed), Set.of(running.task()));
          assertFailed(failed, failure);
        });
  }
}
