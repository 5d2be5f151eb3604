package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertCancelled;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Start;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskCell;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Section 6 of the semantics: consumers of as_completed that stop early, or of which there are
 * several. Each test carries the ID of the line it proves.
 */
class AsCompletedConsumersContractTest {

  private final Gate gate = new Gate();

  private static <R> Task<R> consume(
      ExecutionModel model,
      List<Plan<Integer>> children,
      Function<Completions<Integer>, Plan<R>> consumer) {
    return model.start(new AsCompleted<>(children).then(consumer));
  }

  @EachModel
  void AC12_aConsumerThatStopsEarlyLeavesTheOthersRunning(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> first = Held.start(model, new Value<>(1));
          Held<Integer> other = Held.start(model, new Value<>(2));
          Countdown ended = new Countdown(1);
          Task<Object> consumer =
              consume(
                  model,
                  List.of(other.await(), gate.pass().then(new Call<>(ended::count)), first.await()),
                  Turn::next);
          gate.awaitArrivals(1);
          first.release();
          assertThat(await(consumer)).isSameAs(first.task());
          other.assertRunsOnTo(2);
          gate.open();
          ended.await();
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void AC12_cancellingTheConsumerLeavesTheTasksRunning(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Countdown ended = new Countdown(1);
          Countdown delivered = new Countdown(1);
          CountDownLatch asking = new CountDownLatch(1);
          Task<?> consumer =
              consume(
                  model,
                  List.of(held.await(), gate.pass().then(new Call<>(ended::count))),
                  completions ->
                      signal(asking, completions.next()).cleanUp(new Call<>(delivered::count)));
          gate.awaitArrivals(1);
          await(asking);
          assertThat(consumer.cancel()).isTrue();
          assertCancelled(consumer);
          delivered.await();
          held.assertRunsOnTo(1);
          gate.open();
          ended.await();
          assertThat(gate.cancellations()).isZero();
        });
  }

  @EachModel
  void AC16_whoIsServedFirstGetsTheFirstEndWhateverWasTakenFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          Task<List<Optional<Task<Integer>>>> consumer =
              model.start(
                  new AsCompleted<>(List.of(a.await(), b.await()))
                      .then(completions -> gate.pass().then(secondBeforeFirst(completions))));
          gate.awaitArrivals(1);
          b.release();
          a.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(Optional.of(b.task()), Optional.of(a.task()));
        });
  }

  private static <T> Plan<List<Optional<Task<T>>>> secondBeforeFirst(Completions<T> completions) {
    Plan<Optional<Task<T>>> first = completions.next();
    Plan<Optional<Task<T>>> second = completions.next();
    return second.then(
        servedFirst -> first.then(servedSecond -> new Value<>(List.of(servedFirst, servedSecond))));
  }

  @EachModel
  void AC16_severalWhoWaitTogetherAreServedOneForEachEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          Held<Integer> c = Held.start(model, new Value<>(3));
          Journal<Object> served = new Journal<>();
          Task<List<Object>> consumer =
              model.start(
                  new AsCompleted<>(List.of(a.await(), b.await(), c.await()))
                      .then(
                          completions ->
                              new Gather<>(
                                  List.of(
                                      Turn.next(completions).then(served::note),
                                      Turn.next(completions).then(served::note),
                                      Turn.next(completions).then(served::note)))));
          b.release();
          assertThat(served.next()).isSameAs(b.task());
          c.release();
          assertThat(served.next()).isSameAs(c.task());
          a.release();
          assertThat(served.next()).isSameAs(a.task());
          await(consumer);
        });
  }

  @EachModel
  void AC16_whoAsksBeyondTheLastIsToldThatThereIsNone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          CountDownLatch asking = new CountDownLatch(3);
          Task<List<Object>> consumer =
              model.start(
                  new AsCompleted<>(List.of(held.await()))
                      .then(
                          completions ->
                              new Gather<>(
                                  List.of(
                                      signal(asking, Turn.next(completions)),
                                      signal(asking, Turn.next(completions)),
                                      signal(asking, Turn.next(completions))))));
          await(asking);
          held.release();
          assertThat(await(consumer)).containsExactlyInAnyOrder(held.task(), Turn.NONE, Turn.NONE);
        });
  }

  @EachModel
  void AC16_anotherTaskMayTakeATurn(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          Completions<Integer> completions =
              await(model.start(new AsCompleted<>(List.of(a.await(), b.await()))));
          Task<Object> early = Waiting.start(model, Turn.next(completions));
          b.release();
          assertThat(await(early)).isSameAs(b.task());
          a.release();
          assertThat(await(model.start(Turn.take(completions, 2))))
              .containsExactly(a.task(), Turn.NONE);
        });
  }

  @EachModel
  void AC16_whoIsCancelledWhileAskingUsesUpNoEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          CompletableFuture<Task<Object>> started = new CompletableFuture<>();
          CountDownLatch asking = new CountDownLatch(1);
          Countdown delivered = new Countdown(1);
          Task<List<Object>> consumer =
              model.start(
                  new AsCompleted<>(List.of(a.await(), b.await()))
                      .then(
                          completions ->
                              new Start<>(
                                      signal(asking, Turn.next(completions))
                                          .cleanUp(new Call<>(delivered::count)))
                                  .then(
                                      task -> {
                                        started.complete(task);
                                        return gate.pass().then(Turn.take(completions, 3));
                                      })));
          gate.awaitArrivals(1);
          await(asking);
          assertThat(started.join().cancel()).isTrue();
          assertCancelled(started.join());
          delivered.await();
          b.release();
          a.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(b.task(), a.task(), Turn.NONE);
        });
  }

  /**
   * Either who asked has taken the task before it noticed the cancellation, or it is still there.
   */
  @EachModel
  void AC16_anEndThatComesTogetherWithTheCancellationOfWhoAsksIsNotLost(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (int round = 0; round < 100; round++) {
            TaskCell<Integer> cell = new TaskCell<>(Optional.empty(), () -> false);
            AtomicReference<Object> taken = new AtomicReference<>(Turn.NONE);
            CountDownLatch asking = new CountDownLatch(1);
            Gate start = new Gate();
            Task<Object> consumer =
                model.start(
                    new AsCompleted<>(List.of(new Await<>(cell)))
                        .then(
                            completions ->
                                new Start<>(signal(asking, takeInto(taken, completions)))
                                    .then(
                                        asker ->
                                            start
                                                .pass()
                                                .then(cancelAndEnd(asker, cell))
                                                .then(Turn.next(completions)))));
            await(asking);
            start.open();
            Object left = await(consumer);
            assertThat(List.of(taken.get(), left)).containsOnlyOnce(cell).contains(Turn.NONE);
          }
        });
  }

  private static <T> Plan<Boolean> takeInto(
      AtomicReference<Object> taken, Completions<T> completions) {
    return Turn.next(completions)
        .then(
            turn -> {
              taken.set(turn);
              return new Value<>(true);
            });
  }

  /** A plan that cancels who asks, lets the task end in the same step, and waits for the asker. */
  private static Plan<Waited<Boolean>> cancelAndEnd(Task<Boolean> asker, TaskCell<Integer> cell) {
    return new Call<>(
            () -> {
              boolean cancelled = asker.cancel();
              cell.complete(new Outcome.Success<>(1));
              return cancelled;
            })
        .then(new Wait<Boolean>(List.of(asker), ReturnWhen.ALL_COMPLETED));
  }
}
