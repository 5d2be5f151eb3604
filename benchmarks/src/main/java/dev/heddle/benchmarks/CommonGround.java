package dev.heddle.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.http.ExchangePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * On what models and reference stand alike, and on what they do not: a line each, with what holds
 * for the models and what the reference told of itself.
 *
 * @param models by line
 * @param reference by line, and what is to be known of it besides
 */
record CommonGround(Map<String, String> models, ObjectNode reference) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static CommonGround of(RunPlan plan, ObjectNode reference) {
    ExchangePolicy policy = ExchangePolicy.DEFAULT;
    Map<String, String> models = new LinkedHashMap<>();
    models.put("fork", "a JVM with one model, which has all cores");
    models.put("connections at most", String.format(Locale.ROOT, "%,d", policy.connectionLimit()));
    models.put("time to connect", policy.connectTimeout().toSeconds() + " s");
    models.put("time to answer", policy.responseTimeout().toSeconds() + " s");
    models.put("status", String.valueOf(policy.expectedStatus()));
    models.put("body at most", String.format(Locale.ROOT, "%,d bytes", policy.bodyLimit()));
    models.put("keep-alive", "one client for the whole fork, idle connections kept");
    models.put("warm-up", warmUp(plan));
    return new CommonGround(models, reference.put("warm-up", warmUp(plan)));
  }

  private static String warmUp(RunPlan plan) {
    return LoadPlans.isLoad(plan)
        ? "%s s in each fork, at a rate that rises during its first half"
            .formatted(plan.cells().getFirst().params().getOrDefault("warmUp", ""))
        : "%d x %d ms in each fork"
            .formatted(plan.timing().warmupIterations(), plan.timing().warmupMillis());
  }

  /** Adds it to the environment that lies in a folder. */
  void addTo(RunFolder folder) throws IOException {
    ObjectNode json = JSON.readValue(folder.environment().toFile(), ObjectNode.class);
    ObjectNode ground = json.putObject("common_ground");
    models.forEach(
        (line, ofModels) ->
            ground
                .putObject(line)
                .put("models", ofModels)
                .put("reference", reference.path(line).asText("not known")));
    ObjectNode own = json.putObject("reference");
    reference.properties().stream()
        .filter(fact -> !models.containsKey(fact.getKey()))
        .forEach(fact -> own.set(fact.getKey(), fact.getValue()));
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    RunFolder.write(folder.environment(), text.getBytes(StandardCharsets.UTF_8));
  }
}
