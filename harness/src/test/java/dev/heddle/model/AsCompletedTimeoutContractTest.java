package dev.heddle.model;

import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Call;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Section 6 of the semantics: as_completed with a timeout or with nothing to complete. Each test
 * carries the ID of the line it proves.
 */
class AsCompletedTimeoutContractTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Gate gate = new Gate();

  private static <R> Task<R> consume(
      ExecutionModel model,
      Duration timeout,
      List<Plan<Integer>> children,
      Function<Completions<Integer>, Plan<R>> consumer) {
    return model.start(new AsCompleted<>(children, Optional.of(timeout)).then(consumer));
  }

  private static Task<Integer> ended(ExecutionModel model, int value) throws InterruptedException {
    Task<Integer> task = model.start(new Value<>(value));
    awaitEnd(task);
    return task;
  }

  @EachModel
  void AC5_nothingGivenYieldsNothing(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Completions<Integer>> nothing = new AsCompleted<>(List.of());
          Task<List<Object>> consumer =
              model.start(nothing.then(completions -> Turn.take(completions, 2)));
          assertThat(await(consumer)).containsExactly(Turn.NONE, Turn.NONE);
        });
  }

  @EachModel
  void AC5_nothingGivenYieldsNothingWhateverTheTimeout(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          for (Duration timeout : List.of(HOUR.negated(), Duration.ZERO, HOUR)) {
            Task<List<Object>> consumer =
                consume(model, timeout, List.of(), completions -> Turn.take(completions, 2));
            assertThat(await(consumer)).containsExactly(Turn.NONE, Turn.NONE);
          }
          PromptClose.of(model);
        });
  }

  @EachModel
  void AC6_eachTurnAfterTheTimeoutRaisesItOnceForEachThatIsLeft(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = ended(model, 1);
          Held<Integer> one = Held.start(model, new Value<>(2));
          Held<Integer> two = Held.start(model, new Value<>(3));
          Task<List<Object>> consumer =
              consume(
                  model,
                  SHORT,
                  List.of(one.await(), two.await(), new Await<>(ended), one.await()),
                  completions -> Turn.take(completions, 5));
          assertThat(await(consumer))
              .containsExactly(ended, Turn.TIMED_OUT, Turn.TIMED_OUT, Turn.NONE, Turn.NONE);
        });
  }

  @EachModel
  void AC6_whatEndedInTimeComesFirstHoweverLateItIsAskedFor(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = ended(model, 1);
          Held<Integer> held = Held.start(model, new Value<>(2));
          Task<List<Object>> consumer =
              consume(
                  model,
                  SHORT,
                  List.of(held.await(), new Await<>(ended)),
                  completions -> new Sleep(SHORT.multipliedBy(3)).then(Turn.take(completions, 3)));
          assertThat(await(consumer)).containsExactly(ended, Turn.TIMED_OUT, Turn.NONE);
        });
  }

  @EachModel
  void AC6_severalWhoWaitTogetherAreToldOfOneTimeoutForEachThatIsLeft(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(1));
          Held<Integer> two = Held.start(model, new Value<>(2));
          Task<List<Object>> consumer =
              consume(
                  model,
                  SHORT,
                  List.of(one.await(), two.await()),
                  completions ->
                      new Gather<>(
                          List.of(
                              Turn.next(completions),
                              Turn.next(completions),
                              Turn.next(completions))));
          assertThat(await(consumer))
              .containsExactlyInAnyOrder(Turn.TIMED_OUT, Turn.TIMED_OUT, Turn.NONE);
        });
  }

  @EachModel
  void AC7_whatIsLeftAfterTheTimeoutIsNotCancelledAndEndsButNoLongerComesOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Gate child = new Gate();
          Countdown ended = new Countdown(1);
          Journal<Object> out = new Journal<>();
          Task<Object> consumer =
              consume(
                  model,
                  SHORT,
                  List.of(held.await(), child.pass().then(new Call<>(ended::count))),
                  completions ->
                      Repeat.times(2, () -> Turn.next(completions).then(out::note))
                          .then(gate.pass())
                          .then(Turn.next(completions)));
          assertThat(out.next()).isEqualTo(Turn.TIMED_OUT);
          assertThat(out.next()).isEqualTo(Turn.TIMED_OUT);
          child.awaitArrivals(1);
          held.assertRunsOnTo(1);
          child.open();
          ended.await();
          assertThat(child.cancellations()).isZero();
          gate.open();
          assertThat(await(consumer)).isEqualTo(Turn.NONE);
        });
  }

  @EachModel
  void AC8_theClockStartsAtTheCallNotWhenSomebodyAsks(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Task<List<Object>> consumer =
              consume(
                  model,
                  Duration.ofMillis(1),
                  List.of(held.await()),
                  completions ->
                      new Sleep(Duration.ofMillis(300))
                          .then(gate.pass())
                          .then(Turn.take(completions, 2)));
          gate.awaitArrivals(1);
          held.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(Turn.TIMED_OUT, Turn.NONE);
        });
  }

  @EachModel
  void AC15_aTimeoutThatWasNotNeededLeavesNoTimer(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> one = Held.start(model, new Value<>(1));
          Held<Integer> two = Held.start(model, new Value<>(2));
          Task<List<Object>> consumer =
              consume(
                  model,
                  HOUR,
                  List.of(one.await(), two.await()),
                  completions -> gate.pass().then(Turn.take(completions, 3)));
          gate.awaitArrivals(1);
          two.release();
          one.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(two.task(), one.task(), Turn.NONE);
          PromptClose.of(model);
        });
  }

  @EachModel
  void AC15_aTimeoutThatWasNotNeededNeverFiresLater(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = ended(model, 1);
          Task<List<Object>> consumer =
              consume(
                  model,
                  SHORT,
                  List.of(new Await<>(ended)),
                  completions ->
                      Turn.next(completions)
                          .then(
                              first ->
                                  new Sleep(SHORT.multipliedBy(3))
                                      .then(Turn.next(completions))
                                      .then(last -> new Value<>(List.of(first, last)))));
          assertThat(await(consumer)).containsExactly(ended, Turn.NONE);
        });
  }

  @EachModel
  void AC15_aTimeoutStillPendingDoesNotKeepAModelFromClosing(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Task<Completions<Integer>> given =
              model.start(new AsCompleted<>(List.of(held.await()), Optional.of(HOUR)));
          await(given);
          PromptClose.of(model);
        });
  }

  @EachModel
  void AC18_withATimeoutOfZeroOrLessWhatHasEndedComesAndTheOthersTimeOut(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = ended(model, 1);
          Held<Integer> held = Held.start(model, new Value<>(2));
          for (Duration timeout : List.of(Duration.ZERO, HOUR.negated())) {
            Task<List<Object>> consumer =
                consume(
                    model,
                    timeout,
                    List.of(held.await(), new Await<>(ended)),
                    completions -> Turn.take(completions, 3));
            assertThat(await(consumer)).containsExactly(ended, Turn.TIMED_OUT, Turn.NONE);
          }
          held.assertRunsOnTo(2);
        });
  }

  @EachModel
  void AC18_withATimeoutOfZeroAnEndAfterTheCallIsTooLate(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Task<List<Object>> consumer =
              consume(
                  model,
                  Duration.ZERO,
                  List.of(held.await()),
                  completions -> gate.pass().then(Turn.take(completions, 2)));
          gate.awaitArrivals(1);
          held.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(Turn.TIMED_OUT, Turn.NONE);
        });
  }
}
