package dev.heddle.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Call;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.Completions;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.ReturnWhen;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Start;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Value;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Within;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Makes Heddle's plans of the plans of shared cases: each has one key, its kind. */
final class SharedPlans {

  private final SharedStage stage;

  SharedPlans(SharedStage stage) {
    this.stage = stage;
  }

  Plan<Object> of(JsonNode plan) {
    Map.Entry<String, JsonNode> only = plan.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "value" -> new Value<>(argument);
      case "fail" -> new Fail<>(stage.failure(argument.asText()));
      case "cancellation" -> new Fail<>(new CancellationException("by itself"));
      case "gate" -> any(stage.gate(argument.asText()).pass());
      case "open" -> open(stage.gate(argument.asText()));
      case "note" -> note(argument.asText());
      case "sleep" -> any(new Sleep(Duration.ofMillis(argument.asLong())));
      case "seq" -> sequence(children(argument));
      case "recover" -> of(argument.get("plan")).recover(_ -> of(argument.get("with")));
      case "on_cancel" -> of(argument.get("plan")).onCancel(_ -> of(argument.get("with")));
      case "clean_up" -> of(argument.get("plan")).cleanUp(of(argument.get("with")));
      case "current_task" -> new CurrentTask().then(task -> new Value<>(task.name()));
      case "cancel_self" -> new CurrentTask().then(task -> any(new Cancel(task)));
      case "start" -> start(argument.get("name").asText(), of(argument.get("body")));
      case "await" -> await(argument.asText());
      default -> pattern(only.getKey(), argument);
    };
  }

  private Plan<Object> pattern(String kind, JsonNode argument) {
    return switch (kind) {
      case "gather" -> any(fanOut(argument, Gather::new));
      case "outcomes" -> any(fanOut(argument, Outcomes<Object>::new));
      case "group" -> any(new Group<>(children(argument)));
      case "open_group" -> openGroup(argument.get("as").asText(), argument.get("body"));
      case "add" -> add(argument);
      case "wait" -> wait(argument);
      case "as_completed" -> asCompleted(argument);
      case "within" ->
          fanOut(
              List.of(argument.get("work")),
              work -> new Within<>(work.getFirst(), millis(argument.path("limit"))));
      case "timeout" -> timeout(argument);
      case "bounded" ->
          new Bounded<>(stage.permits(argument.get("permits").asText()), of(argument.get("body")));
      case "shield" -> fanOut(List.of(argument), inner -> new Shield<>(inner.getFirst()));
      default -> throw new IllegalArgumentException("No kind of plan: " + kind);
    };
  }

  private List<Plan<Object>> children(JsonNode plans) {
    return plans.valueStream().map(this::of).toList();
  }

  /** A task that a pattern is given is the task itself, known when the pattern begins. */
  private <T> Plan<T> fanOut(
      Iterable<JsonNode> plans, Function<List<Plan<Object>>, Plan<T>> pattern) {
    return new Call<>(
            () -> StreamSupport.stream(plans.spliterator(), false).map(this::child).toList())
        .then(pattern);
  }

  private Plan<Object> child(JsonNode plan) {
    if (!plan.has("await")) {
      return of(plan);
    }
    String name = plan.get("await").asText();
    stage.countWaiter(name);
    return new Await<>(stage.task(name));
  }

  private static Plan<Object> sequence(List<Plan<Object>> plans) {
    return plans.stream().reduce(Plan::then).orElseThrow();
  }

  private static Plan<Object> open(Gate gate) {
    return new Call<>(
        () -> {
          gate.open();
          return Unit.UNIT;
        });
  }

  private Plan<Object> note(String entry) {
    return new Call<>(
        () -> {
          stage.journal().add(entry);
          return entry;
        });
  }

  private Plan<Object> start(String name, Plan<Object> body) {
    return new Start<>(body, name)
        .then(
            task -> {
              stage.add(name, task);
              return new Value<>(name);
            });
  }

  private Plan<Object> await(String name) {
    return new Call<>(
            () -> {
              stage.countWaiter(name);
              return stage.task(name);
            })
        .then(Await::new);
  }

  private Plan<Object> openGroup(String name, JsonNode body) {
    return new OpenGroup<>(
        group -> {
          stage.add(name, group);
          return of(body);
        });
  }

  private Plan<Object> add(JsonNode argument) {
    String name = argument.get("name").asText();
    return new Call<>(
        () -> {
          stage.add(
              name,
              stage.group(argument.get("group").asText()).start(of(argument.get("body")), name));
          return name;
        });
  }

  private Plan<Object> wait(JsonNode argument) {
    List<String> names = argument.get("tasks").valueStream().map(JsonNode::asText).toList();
    return new Call<>(
            () -> {
              names.forEach(stage::countWaiter);
              return names.stream().map(stage::task).toList();
            })
        .then(
            tasks ->
                any(
                    new Wait<>(
                        tasks,
                        ReturnWhen.valueOf(argument.get("until").asText()),
                        millis(argument.path("timeout")))));
  }

  private Plan<Object> timeout(JsonNode argument) {
    return new Timeout<>(
        deadline -> {
          stage.add(argument.get("as").asText(), deadline);
          return of(argument.get("block"));
        },
        millis(argument.path("limit")));
  }

  /** Takes what comes, a failure like a value, until the end, the timeout, or enough. */
  private Plan<Object> asCompleted(JsonNode argument) {
    int enough = argument.path("take").asInt(Integer.MAX_VALUE);
    return fanOut(
            argument.get("children"),
            children -> new AsCompleted<>(children, millis(argument.path("timeout"))))
        .then(
            completions -> {
              Plan<Object> taking = take(completions, new ArrayList<>(), enough);
              return argument.has("first") ? of(argument.get("first")).then(taking) : taking;
            });
  }

  private static Plan<Object> take(
      Completions<Object> completions, List<Object> taken, int enough) {
    if (taken.size() == enough) {
      return new Value<>(taken);
    }
    return any(completions.next())
        .recover(late -> new Value<>(new Outcome.Failure<>(late)))
        .then(
            next ->
                switch (next) {
                  case Outcome.Failure<?> late -> with(taken, late);
                  case Optional<?> item when item.isPresent() -> {
                    taken.add(((Task<?>) item.get()).outcome());
                    yield take(completions, taken, enough);
                  }
                  default -> new Value<>(taken);
                });
  }

  private static Plan<Object> with(List<Object> taken, Object last) {
    taken.add(last);
    return new Value<>(taken);
  }

  private static Optional<Duration> millis(JsonNode limit) {
    return limit.isMissingNode()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(limit.asLong()));
  }

  /** A plan is read only for what it yields. */
  @SuppressWarnings("unchecked")
  private static Plan<Object> any(Plan<?> plan) {
    return (Plan<Object>) plan;
  }
}
