package dev.heddle.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.Fork;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.load.Books;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * What one fork of a load kept.
 *
 * @param name of its files
 * @param cell what it measured
 * @param json the figures and the verdict
 * @param log the histograms, as an HdrHistogram log
 */
record LoadFork(String name, Cell cell, JsonNode json, String log) {

  private static final int DIGITS = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those of a run that have ended, in the order of the run. */
  static List<LoadFork> all(RunPlan plan, RunFolder folder) throws IOException {
    return all(plan, folder.loads(), "");
  }

  /** The same, of files in a folder whose names begin in a way of their own. */
  static List<LoadFork> all(RunPlan plan, Path folder, String prefix) throws IOException {
    List<LoadFork> forks = new ArrayList<>();
    for (Fork fork : plan.forks()) {
      String name = prefix + RunFolder.name(fork);
      Path json = folder.resolve(name + ".json");
      if (Files.isRegularFile(json)) {
        String log = Files.readString(folder.resolve(name + ".hlog"), StandardCharsets.UTF_8);
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

  /** The histogram of the response times that counted, in nanoseconds. */
  Histogram response() {
    Histogram response = new Histogram(DIGITS);
    HistogramLogReader reader =
        new HistogramLogReader(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    while (reader.hasNext()) {
      if (reader.nextIntervalHistogram() instanceof Histogram histogram
          && histogram.getTag().endsWith(":response")) {
        response.add(histogram);
      }
    }
    return response;
  }

  /** What became of the arrivals that counted. */
  Books books() {
    return JSON.convertValue(json.path("books"), Books.class);
  }

  /** Exchanges of the plans that were answered, per second. */
  double exchangesPerSecond() {
    return json.at("/exchanges/per_second").asDouble();
  }

  double achievedPerSecond() {
    return json.path("achieved_per_second").asDouble();
  }
}
