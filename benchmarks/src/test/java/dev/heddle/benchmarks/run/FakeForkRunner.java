package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gives every fork a result at once, unless told otherwise, and remembers what it ran. */
final class FakeForkRunner implements ForkRunner {

  final List<Fork> ran = new ArrayList<>();
  private final Function<Fork, ForkOutcome> outcomes;
  volatile boolean stopped;

  FakeForkRunner(Function<Fork, ForkOutcome> outcomes) {
    this.outcomes = outcomes;
  }

  FakeForkRunner() {
    this(FakeForkRunner::measured);
  }

  @Override
  public ForkOutcome run(Fork fork) {
    ran.add(fork);
    return outcomes.apply(fork);
  }

  @Override
  public void stop() {
    stopped = true;
  }

  /** One iteration whose score is the round. */
  static ForkOutcome measured(Fork fork) {
    ObjectNode entry = RunFolder.JSON.createObjectNode();
    entry.put("benchmark", fork.cell().benchmark()).put("mode", "avgt").put("forks", 1);
    fork.cell().params().forEach(entry.putObject("params")::put);
    ObjectNode metric = entry.putObject("primaryMetric");
    metric.put("score", fork.round()).put("scoreUnit", "us/op");
    metric.putArray("rawData").addArray().add((double) fork.round());
    entry.putObject("secondaryMetrics");
    return new ForkOutcome.Measured(entry);
  }
}
