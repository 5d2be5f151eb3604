package dev.heddle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.heddle.plan.Unit;
import dev.heddle.plan.Waited;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.util.Collection;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** How something ended, in the words of the shared cases. */
final class SharedOutcomes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final SharedStage stage;

  SharedOutcomes(SharedStage stage) {
    this.stage = stage;
  }

  /** A value, {@code {"failed": ...}} or {@code "cancelled"}. */
  JsonNode of(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Success<?>(Object value) -> value(value);
      case Outcome.Failure<?>(Throwable cause) -> JSON.objectNode().set("failed", failure(cause));
      case Outcome.Cancelled<?> _ -> TextNode.valueOf("cancelled");
    };
  }

  /** As {@link #of}, but a value is {@code {"value": ...}}. */
  JsonNode ended(Outcome<?> outcome) {
    return outcome instanceof Outcome.Success<?>
        ? JSON.objectNode().set("value", of(outcome))
        : of(outcome);
  }

  JsonNode thrown(Throwable thrown) {
    return thrown instanceof CancellationException
        ? TextNode.valueOf("cancelled")
        : of(new Outcome.Failure<>(thrown));
  }

  private JsonNode value(Object value) {
    return switch (value) {
      case JsonNode read -> read;
      case Unit _ -> JSON.nullNode();
      case Boolean flag -> JSON.booleanNode(flag);
      case Outcome<?> outcome -> of(outcome);
      case Waited<?> waited ->
          JSON.objectNode()
              .<com.fasterxml.jackson.databind.node.ObjectNode>set("done", names(waited.done()))
              .set("pending", names(waited.pending()));
      case Collection<?> values -> array(values.stream().map(this::value));
      default -> TextNode.valueOf(value.toString());
    };
  }

  private static JsonNode names(Collection<? extends Task<?>> tasks) {
    return array(tasks.stream().map(Task::name).sorted().map(TextNode::valueOf));
  }

  private JsonNode failure(Throwable failure) {
    return switch (failure) {
      case TimedOutException _ -> TextNode.valueOf("timed out");
      case TaskGroupException group ->
          JSON.objectNode().set("group", array(group.errors().stream().map(this::failure)));
      case IllegalStateException _ -> TextNode.valueOf("refused");
      case IllegalArgumentException _ -> TextNode.valueOf("invalid");
      default ->
          TextNode.valueOf(
              stage.isFailure(String.valueOf(failure.getMessage()), failure)
                  ? failure.getMessage()
                  : failure.toString());
    };
  }

  private static JsonNode array(Stream<? extends JsonNode> items) {
    return JSON.arrayNode().addAll(items.toList());
  }
}
