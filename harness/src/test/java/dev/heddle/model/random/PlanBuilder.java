package dev.heddle.model.random;

import dev.heddle.model.random.Script.Limit;
import dev.heddle.model.random.Script.Permit;
import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Completions;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Deadline;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Start;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Waited;
import dev.heddle.plan.Within;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/**
 * Makes the plan of a script, which does what the script says with the pattern of the same name. A
 * subclass that interprets a pattern wrongly shows that the reference notices.
 */
class PlanBuilder {

  private static final Duration HOURS = Duration.ofHours(2);

  private final Stage stage;

  PlanBuilder(Stage stage) {
    this.stage = stage;
  }

  /** A plan that can be run once. What it names is looked up when it gets there. */
  final Plan<Object> build(Script script) {
    return switch (script) {
      case Script.NoOp noOp -> unit(new NoOp());
      case Script.Value(int value) -> new Value<>(value);
      case Script.Call(int value) -> new Call<>(() -> value);
      case Script.Fail(int number) -> new Fail<>(stage.plantedFailure(number));
      case Script.Throw(int number) -> throwing(number);
      case Script.RaiseCancellation raise -> new Fail<>(new CancellationException("raised"));
      case Script.SleepZero sleep -> unit(new Sleep(Duration.ZERO));
      case Script.SleepHours sleep -> unit(new Sleep(HOURS));
      case Script.Forever forever -> unit(stage.forever());
      case Script.Pass(int gate) -> pass(gate);
      case Script.AwaitArrival(int gate) -> unit(stage.arrival(gate).await());
      case Script.Open(int gate) -> effect(() -> stage.gate(gate).give());
      case Script.CancelSelf self -> unit(new CurrentTask().then(Cancel::new));
      case Script.Then(Script first, Script next) -> build(first).then(value -> build(next));
      case Script.Recover(Script attempt, Script handler) ->
          build(attempt).recover(failure -> build(handler));
      case Script.OnCancel(Script attempt, Script handler) ->
          build(attempt).onCancel(cancellation -> build(handler));
      case Script.Start(int task, Script body, Script rest) ->
          withTask(new Start<>(build(body)), task, rest);
      case Script.Await(int task) -> new Await<>(stage.task(task));
      case Script.Cancel(int task) -> cancel(task);
      case Script.Wait wait -> wait(wait);
      case Script.Gather(List<Script> children) -> gather(buildAll(children));
      case Script.Outcomes(List<Script> children) -> outcomes(buildAll(children));
      case Script.Group(List<Script> children) -> group(buildAll(children));
      case Script.Race(List<Script> children) -> race(buildAll(children));
      case Script.AsCompleted completed -> asCompleted(completed);
      case Script.OpenGroup(int number, Script body) -> openGroup(number, body);
      case Script.Add(int group, int task, Script child, Script rest) ->
          withTask(stage.group(group).add(build(child)), task, rest);
      case Script.Within(Script work, Limit limit) -> within(build(work), duration(limit));
      case Script.Timeout(Script block, Limit limit) -> timeout(block, duration(limit));
      case Script.Bounded(Permit permits, int ticket, Script body) ->
          new Bounded<>(stage.permits(permits), build(body));
      case Script.Shield(int task, Script inner) -> shield(build(inner));
    };
  }

  private List<Plan<Object>> buildAll(List<Script> scripts) {
    return scripts.stream().map(this::build).toList();
  }

  private static Plan<Object> unit(Plan<?> plan) {
    return plan.then(new Value<Object>(Script.UNIT));
  }

  private static Plan<Object> effect(Runnable action) {
    return new Call<>(
        () -> {
          action.run();
          return Script.UNIT;
        });
  }

  private Plan<Object> throwing(int number) {
    return new Call<>(() -> new Outcome.Failure<>(stage.plantedFailure(number)).get());
  }

  private Plan<Object> pass(int gate) {
    return effect(() -> stage.arrival(gate).give()).then(unit(stage.gate(gate).await()));
  }

  private Plan<Object> cancel(int task) {
    return new Cancel(stage.task(task)).then(accepted -> new Value<>(accepted));
  }

  private Plan<Object> withTask(Plan<Task<Object>> start, int number, Script rest) {
    return start.then(
        task -> {
          stage.put(number, task);
          return build(rest);
        });
  }

  private static Optional<Duration> duration(Limit limit) {
    return switch (limit) {
      case NONE -> Optional.empty();
      case HOURS -> Optional.of(HOURS);
      case ZERO -> Optional.of(Duration.ZERO);
      case SHORT -> Optional.of(Duration.ofMillis(1));
    };
  }

  private Plan<Object> wait(Script.Wait wait) {
    List<Task<Object>> tasks = wait.tasks().stream().map(stage::task).toList();
    ReturnWhen until = wait.until();
    return new Wait<Object>(tasks, until, duration(wait.limit()))
        .then(waited -> new Value<>(found(wait.tasks(), waited)));
  }

  /** The numbers of those that were done; one that is not in exactly one set is given negated. */
  private List<Integer> found(List<Integer> numbers, Waited<Object> waited) {
    List<Integer> found = new ArrayList<>();
    for (int number : numbers) {
      boolean done = waited.done().contains(stage.task(number));
      if (done == waited.pending().contains(stage.task(number))) {
        found.add(-number);
      } else if (done) {
        found.add(number);
      }
    }
    return found.stream().sorted().toList();
  }

  Plan<Object> gather(List<Plan<Object>> children) {
    return new Gather<>(children).then(values -> new Value<>(values));
  }

  Plan<Object> outcomes(List<Plan<Object>> children) {
    return new Outcomes<>(children)
        .then(outcomes -> new Value<>(outcomes.stream().map(stage::ending).toList()));
  }

  Plan<Object> group(List<Plan<Object>> children) {
    return new Group<>(children).then(values -> new Value<>(values));
  }

  Plan<Object> race(List<Plan<Object>> contenders) {
    return new Race<>(contenders);
  }

  private Plan<Object> asCompleted(Script.AsCompleted completed) {
    return new AsCompleted<>(buildAll(completed.children()), duration(completed.limit()))
        .then(completions -> take(completions, completed.take(), List.of()));
  }

  private Plan<Object> take(Completions<Object> completions, int left, List<Object> taken) {
    if (left == 0) {
      return new Value<>(taken);
    }
    Plan<Optional<Ending>> next =
        completions
            .next()
            .then(task -> new Value<>(task.map(done -> stage.ending(done.outcome()))));
    return next.recover(PlanBuilder::timedOut)
        .then(
            ending -> {
              if (ending.isEmpty()) {
                return new Value<>(taken);
              }
              List<Object> more = new ArrayList<>(taken);
              more.add(ending.orElseThrow());
              return take(completions, left - 1, List.copyOf(more));
            });
  }

  private static Plan<Optional<Ending>> timedOut(Throwable thrown) {
    return thrown instanceof TimedOutException
        ? new Value<>(Optional.of(Ending.failed(Ending.Failure.Known.TIMED_OUT)))
        : new Fail<>(thrown);
  }

  Plan<Object> openGroup(int number, Script body) {
    return new OpenGroup<>(
        group -> {
          stage.put(number, group);
          return build(body);
        });
  }

  Plan<Object> within(Plan<Object> work, Optional<Duration> limit) {
    return new Within<>(work, limit);
  }

  private Plan<Object> timeout(Script block, Optional<Duration> limit) {
    CompletableFuture<Deadline> seen = new CompletableFuture<>();
    return new Timeout<>(
            deadline -> {
              seen.complete(deadline);
              return build(block);
            },
            limit)
        .then(value -> new Value<>(List.of(value, seen.join().expired())));
  }

  Plan<Object> shield(Plan<Object> inner) {
    return new Shield<>(inner);
  }
}
