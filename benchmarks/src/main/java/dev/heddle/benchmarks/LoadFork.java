package dev.heddle.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one fork of a load kept.
 *
 * @param name of its files
 * @param cell what it measured
 * @param json the figures and the verdict
 * @param log the histograms, as an HdrHistogram log
 */
record LoadFork(String name, Cell cell, JsonNode json, String log) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those of a run that have ended, in the order of the run. */
  static List<LoadFork> all(RunPlan plan, RunFolder folder) throws IOException {
    List<LoadFork> forks = new ArrayList<>();
    for (Fork fork : plan.forks()) {
      String name = RunFolder.name(fork);
      Path json = folder.loads().resolve(name + ".json");
      if (Files.isRegularFile(json)) {
        String log =
            Files.readString(folder.loads().resolve(name + ".hlog"), StandardCharsets.UTF_8);
        forks.add(new LoadFork(name, fork.cell(), JSON.readTree(json.toFile()), log));
      }
    }
    return forks;
  }

  boolean isValid() {
    return json.at("/verdict/valid").asBoolean();
  }

  /** Why it is not valid. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    json.at("/verdict/reasons").forEach(reason -> reasons.add(reason.path("text").asText()));
    return reasons;
  }

  double achievedPerSecond() {
    return json.path("achieved_per_second").asDouble();
  }
}
