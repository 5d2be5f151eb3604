package dev.heddle.model;

import static dev.heddle.model.ContractCase.assertFailed;
import static dev.heddle.model.ContractCase.await;
import static dev.heddle.model.ContractCase.awaitEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Section 6 of the semantics: what comes out of as_completed. Each test carries the ID of the line
 * it proves.
 */
class AsCompletedContractTest {

  private final Gate gate = new Gate();
  private final Exception failure = new Exception("E");

  private static <R> Task<R> consume(
      ExecutionModel model,
      List<Plan<Integer>> children,
      Function<Completions<Integer>, Plan<R>> consumer) {
    return model.start(new AsCompleted<>(children).then(consumer));
  }

  /** Starts a consumer that takes its turns only when the gate lets it. */
  private <R> Task<R> consumeLater(
      ExecutionModel model,
      List<Plan<Integer>> children,
      Function<Completions<Integer>, Plan<R>> consumer)
      throws InterruptedException {
    Task<R> task =
        consume(model, children, completions -> gate.pass().then(consumer.apply(completions)));
    gate.awaitArrivals(1);
    return task;
  }

  /** A plan that takes a turn, awaits the task that came out, and yields its value or failure. */
  private static Plan<Object> result(Completions<Integer> completions) {
    return completions
        .next()
        .then(next -> new Await<>(next.orElseThrow()))
        .<Object>then(value -> new Value<>(value))
        .recover(raised -> new Value<>(raised));
  }

  @EachModel
  void AC1_tasksComeOutAsTheyEnd(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          Held<Integer> c = Held.start(model, new Value<>(3));
          Journal<Object> out = new Journal<>();
          Task<List<Object>> consumer =
              consume(
                  model,
                  List.of(a.await(), b.await(), c.await()),
                  completions -> Repeat.times(4, () -> Turn.next(completions).then(out::note)));
          c.release();
          assertThat(out.next()).isSameAs(c.task());
          a.release();
          assertThat(out.next()).isSameAs(a.task());
          b.release();
          assertThat(out.next()).isSameAs(b.task());
          assertThat(await(consumer)).endsWith(Turn.NONE);
        });
  }

  @EachModel
  void AC1_tasksThatEndBeforeTheyAreAskedForComeInTheOrderInWhichTheyEnded(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> b = Held.start(model, new Value<>(2));
          Held<Integer> c = Held.start(model, new Value<>(3));
          Task<List<Object>> consumer =
              consumeLater(
                  model,
                  List.of(a.await(), b.await(), c.await()),
                  completions -> Turn.take(completions, 4));
          c.release();
          a.release();
          b.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(c.task(), a.task(), b.task(), Turn.NONE);
        });
  }

  @EachModel
  void AC2_aFailureIsRaisedAtItsTurnAndTheOthersStillCome(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> a = Held.start(model, new Value<>(1));
          Held<Integer> fails = Held.start(model, new Fail<>(failure));
          Held<Integer> c = Held.start(model, new Value<>(3));
          Journal<Object> out = new Journal<>();
          Task<List<Object>> consumer =
              consume(
                  model,
                  List.of(c.await(), fails.await(), a.await()),
                  completions -> Repeat.times(3, () -> result(completions).then(out::note)));
          a.release();
          assertThat(out.next()).isEqualTo(1);
          fails.release();
          assertThat(out.next()).isSameAs(failure);
          c.release();
          assertThat(out.next()).isEqualTo(3);
          await(consumer);
        });
  }

  @EachModel
  void AC3_exactlyOneItemComesForEachDistinctInput(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          List<Plan<Integer>> children = new ArrayList<>();
          for (int i = 0; i < 40; i++) {
            Plan<Integer> plan = new Sleep(Duration.ofMillis(i % 5)).then(new Value<>(i));
            children.add(i % 2 == 0 ? plan : new Await<>(model.start(plan)));
          }
          List<Object> out =
              await(consume(model, children, completions -> Turn.take(completions, 42)));
          List<Object> values = new ArrayList<>();
          for (Object task : out.subList(0, 40)) {
            values.add(((Task<?>) task).result());
          }
          assertThat(values)
              .containsExactlyInAnyOrderElementsOf(
                  IntStream.range(0, 40).<Object>mapToObj(i -> i).toList());
          assertThat(out.subList(40, 42)).containsExactly(Turn.NONE, Turn.NONE);
        });
  }

  @EachModel
  void AC3_equalPlansAreDistinctInputs(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Plan<Integer> plan = new Value<>(7);
          Task<List<Object>> consumer =
              consume(
                  model,
                  List.of(plan, plan, new Value<>(7)),
                  completions -> Turn.take(completions, 4));
          List<Object> out = await(consumer);
          assertThat(out.subList(0, 3)).doesNotHaveDuplicates().hasOnlyElementsOfType(Task.class);
          assertThat(out.getLast()).isEqualTo(Turn.NONE);
        });
  }

  @EachModel
  void AC4_aTaskGivenTwiceComesOnce(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> ended = model.start(new Value<>(1));
          awaitEnd(ended);
          Held<Integer> held = Held.start(model, new Value<>(2));
          Task<List<Object>> consumer =
              consumeLater(
                  model,
                  List.of(held.await(), new Await<>(ended), held.await(), new Await<>(ended)),
                  completions -> Turn.take(completions, 4));
          held.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(ended, held.task(), Turn.NONE, Turn.NONE);
        });
  }

  @EachModel
  void AC9_whatIsGivenStartsAtTheCallBeforeAnybodyAsks(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Gate children = new Gate();
          Task<List<Object>> consumer =
              consumeLater(
                  model,
                  List.of(
                      children.pass().then(new Value<>(1)), children.pass().then(new Value<>(2))),
                  completions -> Repeat.times(2, () -> result(completions)));
          children.awaitArrivals(2);
          children.open();
          gate.open();
          assertThat(await(consumer)).containsExactlyInAnyOrder(1, 2);
        });
  }

  @EachModel
  void AC10_theIdenticalTaskComesOutDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Task<List<Object>> consumer =
              consume(
                  model,
                  List.of(held.await()),
                  completions ->
                      completions
                          .next()
                          .then(
                              next -> {
                                Task<Integer> task = next.orElseThrow();
                                return new Value<>(List.of(task, task.isDone()));
                              }));
          held.release();
          assertThat(await(consumer)).containsExactly(held.task(), true);
        });
  }

  @EachModel
  void AC10_aPlanComesOutAsATaskThatIsDone(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Task<Integer> out =
              await(
                  consume(
                      model,
                      List.of(new Sleep(Duration.ofMillis(1)).then(new Value<>(1))),
                      completions ->
                          completions.next().then(next -> new Value<>(next.orElseThrow()))));
          assertThat(out.isDone()).isTrue();
          assertThat(out.result()).isEqualTo(1);
          assertThat(out.name()).matches("Task-\\d+");
        });
  }

  @EachModel
  void AC11_aCancellationOfAChildOnItsOwnIsRaisedAtItsTurnAndTheRestStillCome(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> cancelled = Held.start(model, new Value<>(1));
          Held<Integer> other = Held.start(model, new Value<>(2));
          Journal<Object> out = new Journal<>();
          Task<Unit> consumer =
              consume(
                  model,
                  List.of(other.await(), cancelled.await()),
                  completions ->
                      result(completions)
                          .onCancel(cancellation -> out.note("cancelled"))
                          .then(result(completions).then(out::note))
                          .then(gate.pass()));
          cancelled.cancel();
          assertThat(out.next()).isEqualTo("cancelled");
          other.release();
          assertThat(out.next()).isEqualTo(2);
          gate.awaitArrivals(1);
          gate.open();
          await(consumer);
        });
  }

  @EachModel
  void AC13_whatHasEndedAlreadyComesFirst(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Held<Integer> held = Held.start(model, new Value<>(1));
          Task<Integer> succeeded = model.start(new Value<>(2));
          Task<Integer> failed = model.start(new Fail<>(failure));
          awaitEnd(succeeded);
          awaitEnd(failed);
          Task<List<Object>> consumer =
              consumeLater(
                  model,
                  List.of(held.await(), new Await<>(succeeded), new Await<>(failed)),
                  completions -> Turn.take(completions, 4));
          held.release();
          gate.open();
          List<Object> out = await(consumer);
          assertThat(out.subList(0, 2)).containsExactlyInAnyOrder(succeeded, failed);
          assertThat(out.subList(2, 4)).containsExactly(held.task(), Turn.NONE);
          assertFailed(failed, failure);
        });
  }

  @EachModel
  void AC17_whereAllFailAllFailuresComeInOrderAndThenNothing(Model kind) {
    ContractCase.on(
        kind,
        model -> {
          Exception second = new Exception("F");
          Held<Integer> a = Held.start(model, new Fail<>(failure));
          Held<Integer> b = Held.start(model, new Fail<>(second));
          Task<List<Object>> consumer =
              consumeLater(
                  model,
                  List.of(a.await(), b.await()),
                  completions ->
                      Repeat.times(2, () -> result(completions))
                          .then(
                              failures ->
                                  Turn.next(completions)
                                      .then(last -> new Value<>(List.of(failures, last)))));
          b.release();
          a.release();
          gate.open();
          assertThat(await(consumer)).containsExactly(List.of(second, failure), Turn.NONE);
        });
  }
}
