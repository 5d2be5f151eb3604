package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Takes the steps of a shared case on one model, and checks what they say. */
final class SharedSteps {

  private final ExecutionModel model;
  private final SharedStage stage;
  private final SharedPlans plans;
  private final SharedOutcomes outcomes;

  private SharedSteps(ExecutionModel model, SharedStage stage) {
    this.model = model;
    this.stage = stage;
    this.plans = new SharedPlans(stage);
    this.outcomes = new SharedOutcomes(stage);
  }

  static void play(SharedCase shared, ExecutionModel model) throws Exception {
    SharedSteps steps = new SharedSteps(model, new SharedStage(shared.permits()));
    int number = 1;
    for (JsonNode step : shared.steps()) {
      steps.take(step, "step %d of %s: %s".formatted(number, shared, step));
      number++;
    }
  }

  private void take(JsonNode step, String what) throws Exception {
    String kind = step.fieldNames().next();
    String name = step.get(kind).asText();
    switch (kind) {
      case "start" -> stage.add(name, model.start(plans.of(step.get("plan")), name));
      case "arrive" -> stage.gate(name).awaitArrivals(step.get("count").asInt());
      case "leave" -> stage.gate(name).awaitCancellations(step.get("count").asInt());
      case "open" -> stage.gate(name).open();
      case "awaited" -> stage.awaitWaiters(name, step.get("count").asInt());
      case "cancel" ->
          assertThat(stage.task(name).cancel()).as(what).isEqualTo(step.get("returns").asBoolean());
      case "running" -> assertThat(stage.task(name).isDone()).as(what).isFalse();
      case "result" -> check(step, what, result(stage.task(name)));
      case "end" -> checkEnd(step, what, stage.task(name));
      case "run" -> check(step, what, run(step.get("run")));
      case "noted" ->
          assertThat(stage.journal().poll(20, TimeUnit.SECONDS)).as(what).isEqualTo(name);
      case "noted_nothing" -> assertThat(stage.journal()).as(what).isEmpty();
      case "expired" ->
          assertThat(stage.deadline(name).expired()).as(what).isEqualTo(step.get("is").asBoolean());
      default -> throw new IllegalArgumentException("No kind of step: " + kind);
    }
  }

  private void checkEnd(JsonNode step, String what, Task<Object> task) throws Exception {
    ContractCase.awaitEnd(task);
    check(step, what, outcomes.ended(task.outcome()));
    if (step.has("cancelled")) {
      assertThat(task.isCancelled()).as(what).isTrue();
    }
  }

  private JsonNode result(Task<Object> task) {
    try {
      return outcomes.ended(new Outcome.Success<>(task.result()));
    } catch (Exception e) {
      return outcomes.thrown(e);
    }
  }

  private JsonNode run(JsonNode plan) throws InterruptedException {
    try {
      return outcomes.ended(new Outcome.Success<>(model.run(plans.of(plan))));
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return outcomes.thrown(e);
    }
  }

  private static void check(JsonNode step, String what, JsonNode outcome) {
    if (step.has("any_of")) {
      assertThat(step.get("any_of")).as(what).contains(outcome.path("failed"));
    } else if (step.has("unordered")) {
      assertThat(sorted(outcome.at("/failed/group")))
          .as(what)
          .isEqualTo(sorted(step.at("/failed/group")));
    } else {
      assertThat(outcome).as(what).isEqualTo(expected(step));
    }
  }

  private static JsonNode expected(JsonNode step) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (step.has("cancelled")) {
      return json.textNode("cancelled");
    }
    String kind = step.has("value") ? "value" : "failed";
    return json.objectNode().set(kind, step.required(kind));
  }

  private static List<JsonNode> sorted(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false)
        .sorted(Comparator.comparing(JsonNode::toString))
        .toList();
  }
}
