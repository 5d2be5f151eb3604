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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Section 5 of the semantics: what wait does to the tasks that it is given. Each test carries the
 * ID of the line it proves.
 */
class WaitTasksContractTest {

  private final Exception failure = new Exception("E");

  private static Task<Waited<Integer>> startWait(
      ExecutionModel model, ReturnWhen until, List<Task<Integer>> tasks)
      throws InterruptedException {
    return Waiting.start(model, new Wait<Integer>(tasks, until));
  }

  @EachModel
  void W9_tasksPendingAfterAFirstEndRunOnAndCanBeAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> first = Held.start(model, new Value<>(1));
          Held<Integer> pending = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_COMPLETED, List.of(first.task(), pending.task()));
          first.release();
          awaitEnd(waiter);
          pending.assertRunsOnTo(2);
          assertThat(await(model.start(pending.await()))).isEqualTo(2);
        });
  }

  @EachModel
  void W9_tasksPendingAfterAFirstFailureRunOnAndCanBeAwaited(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> fails = Held.start(model, new Fail<>(failure));
          Held<Integer> pending = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(model, FIRST_EXCEPTION, List.of(fails.task(), pending.task()));
          fails.release();
          awaitEnd(waiter);
          pending.assertRunsOnTo(2);
          assertThat(await(model.start(pending.await()))).isEqualTo(2);
          assertFailed(fails.task(), failure);
        });
  }

  @EachModel
  void W15_aTaskGivenTwiceStandsOnceInTheSets(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> done = Held.start(model, new Value<>(1));
          Held<Integer> pending = Held.start(model, new Value<>(2));
          Task<Waited<Integer>> waiter =
              startWait(
                  model,
                  FIRST_COMPLETED,
                  List.of(done.task(), pending.task(), done.task(), pending.task()));
          done.release();
          assertFound(waiter, Set.of(done.task()), Set.of(pending.task()));
          Task<Waited<Integer>> all =
              startWait(model, ALL_COMPLETED, List.of(pending.task(), pending.task()));
          pending.release();
          assertFound(all, Set.of(pending.task()), Set.of());
        });
  }

  @EachModel
  void W16_theSetsAreDisjointAndHoldTogetherTheIdenticalInputs(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> done = model.start(new Value<>(1));
          awaitEnd(done);
          Held<Integer> one = Held.start(model, new Value<>(2));
          Held<Integer> two = Held.start(model, new Value<>(2));
          List<Task<Integer>> inputs = List.of(one.task(), done, two.task());
          Waited<Integer> waited = await(startWait(model, FIRST_COMPLETED, inputs));
          assertThat(waited.done()).doesNotContainAnyElementsOf(waited.pending());
          List<Task<? extends Integer>> union = new ArrayList<>(waited.done());
          union.addAll(waited.pending());
          assertThat(union).hasSize(3);
          assertThat(identities(union)).isEqualTo(identities(inputs));
        });
  }

  private static Set<Object> identities(Collection<?> objects) {
    Set<Object> identities = Collections.newSetFromMap(new IdentityHashMap<>());
    identities.addAll(objects);
    return identities;
  }

  @EachModel
  void W17_failuresAreNeverRaisedByTheWait(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Error error = new AssertionError("F");
          for (ReturnWhen until : ReturnWhen.values()) {
            Task<Integer> failedBefore = model.start(new Fail<>(failure));
            awaitEnd(failedBefore);
            assertFound(
                startWait(model, until, List.of(failedBefore)), Set.of(failedBefore), Set.of());
            Held<Integer> fails = Held.start(model, new Fail<>(error));
            Task<Waited<Integer>> waiter = startWait(model, until, List.of(fails.task()));
            fails.release();
            assertFound(waiter, Set.of(fails.task()), Set.of());
            assertFailed(failedBefore, failure);
            assertFailed(fails.task(), error);
          }
        });
  }

  @EachModel
  void W18_cancellingWhoWaitsLeavesTheTasksRunning(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (ReturnWhen until : ReturnWhen.values()) {
            Held<Integer> one = Held.start(model, new Value<>(1));
            Held<Integer> two = Held.start(model, new Value<>(2));
            Countdown delivered = new Countdown(1);
            Plan<Waited<Integer>> wait = new Wait<Integer>(List.of(one.task(), two.task()), until);
            Task<Waited<Integer>> waiter =
                Waiting.start(model, wait.cleanUp(new Call<>(delivered::count)));
            assertThat(waiter.cancel()).isTrue();
            assertCancelled(waiter);
            delivered.await();
            one.assertRunsOnTo(1);
            two.assertRunsOnTo(2);
          }
        });
  }

  @EachModel
  void W11_nothingToWaitForIsRefusedInTheConstructor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (ReturnWhen until : ReturnWhen.values()) {
            assertThatThrownBy(() -> new Wait<>(List.<Task<Integer>>of(), until))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 tasks");
          }
        });
  }

  @EachModel
  void W11_nothingToWaitForFailsTheBodyThatAsksForIt(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Waited<Integer>> waiter =
              model.start(
                  new NoOp().then(unit -> new Wait<>(List.<Task<Integer>>of(), ALL_COMPLETED)));
          awaitEnd(waiter);
          assertThat(waiter.exception().orElseThrow())
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("0 tasks");
        });
  }

  @EachModel
  void W21_waitingForTheRestAgainAndAgainYieldsEveryTaskExactlyOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Task<Integer>> tasks = new ArrayList<>();
          for (int i = 0; i < 50; i++) {
            tasks.add(model.start(new Sleep(Duration.ofMillis(i % 7)).then(new Value<>(i))));
          }
          List<Task<? extends Integer>> found = new ArrayList<>();
          assertThat(await(model.start(drain(tasks, found)))).isTrue();
          assertThat(found).hasSize(50);
          assertThat(identities(found)).isEqualTo(identities(tasks));
        });
  }

  private static Plan<Boolean> drain(
      Collection<? extends Task<? extends Integer>> pending, List<Task<? extends Integer>> found) {
    return new Wait<Integer>(pending, FIRST_COMPLETED)
        .then(
            waited -> {
              found.addAll(waited.done());
              return waited.pending().isEmpty()
                  ? new Value<>(true)
                  : drain(waited.pending(), found);
            });
  }
}
