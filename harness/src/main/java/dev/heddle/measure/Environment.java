package dev.heddle.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * What a run was made on: {@code environment.json}. A fact that this machine does not tell is left
 * out.
 *
 * @param json the file's content
 */
public record Environment(ObjectNode json) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Captures it now, before the first fork: takes about a second, and starts a JVM as the forks'.
   *
   * @param before the load before the run began anything
   */
  public static Environment capture(RunFacts run, Load before) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("heddle", heddle(run));
    json.set("run", run(run));
    json.set("machine", MachineFacts.describe());
    json.set("load", before.json());
    json.set("jdk", JdkFacts.describe());
    json.set("forks", ForkJvmFacts.describe(run.jvmArguments()));
    for (RankingFactor factor : run.ranking()) {
      json.withArray("ranking").addPOJO(factor);
    }
    json.withObject("reproduce").put("command", run.reproduce());
    return new Environment(json);
  }

  /** The environment that was captured before, with the time and load of a resumption added. */
  public static Environment resumed(byte[] captured, Instant begun, Load before)
      throws IOException {
    ObjectNode json = JSON.readValue(captured, ObjectNode.class);
    ObjectNode resumption = json.withArray("resumed").addObject();
    resumption.put("started", begun.toString());
    resumption.set("load", before.json());
    return new Environment(json);
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Facts are plain JSON", e);
    }
  }

  private static ObjectNode heddle(RunFacts run) {
    Facts facts = new Facts().put("version", run.version());
    GitCheckout.of(run.code())
        .ifPresent(git -> facts.put("commit", git.commit()).put("dirty", git.dirty()));
    return facts.json();
  }

  private static ObjectNode run(RunFacts run) {
    return new Facts()
        .put("started", run.started().toString())
        .put("matrix", run.matrix())
        .put("rounds", run.rounds())
        .put("seed", run.seed())
        .json();
  }
}
