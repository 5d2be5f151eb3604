package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs what is missing of a plan, fork by fork, and keeps each result before the next fork begins.
 * One thread runs it; {@link #stop} may come from any.
 */
public final class RunLoop {

  private final RunPlan plan;
  private final RunFolder folder;
  private final ForkRunner runner;
  private final Stub stub;
  private final Progress progress;
  private volatile boolean stopped;

  /** A loop over the forks of {@code plan} that {@code folder} has no result of. */
  public RunLoop(RunPlan plan, RunFolder folder, ForkRunner runner, Stub stub, Progress progress) {
    this.plan = plan;
    this.folder = folder;
    this.runner = runner;
    this.stub = stub;
    this.progress = progress;
  }

  /**
   * Runs until all is done or the run is stopped, and leaves everything measured so far in {@code
   * results.json}.
   *
   * @throws IOException if a file cannot be written or the stub does not answer; what was measured
   *     is kept
   */
  public RunSummary run() throws IOException {
    List<Fork> failed = new ArrayList<>();
    try {
      List<Fork> missing = missing();
      int before = plan.forks().size() - missing.size();
      ForkPace pace = new ForkPace(plan.timing().expected());
      for (int i = 0; i < missing.size() && !stopped; i++) {
        Fork fork = missing.get(i);
        ForkOutcome outcome = pace.time(() -> runOne(fork));
        if (stopped && outcome instanceof ForkOutcome.Failed) {
          break;
        }
        keep(fork, outcome, failed);
        Duration left = pace.expected(missing.size() - i - 1);
        progress.ended(fork, outcome, before + i + 1, plan.forks().size(), left);
        if (i + 1 == missing.size() || missing.get(i + 1).round() != fork.round()) {
          mergeResults();
        }
      }
    } catch (IOException e) {
      // A signal reaches the stub too, so that a stopping run may find it gone.
      if (!stopped) {
        throw e;
      }
    } finally {
      mergeResults();
    }
    return new RunSummary(List.copyOf(failed), missing().size() - failed.size());
  }

  /** Ends the fork under way; {@link #run} returns soon after. */
  public void stop() {
    stopped = true;
    runner.stop();
  }

  private ForkOutcome runOne(Fork fork) throws IOException {
    stub.resetStats();
    progress.started(fork);
    return runner.run(fork);
  }

  private void keep(Fork fork, ForkOutcome outcome, List<Fork> failed) throws IOException {
    switch (outcome) {
      case ForkOutcome.Measured(ObjectNode result) -> folder.save(fork, result);
      case ForkOutcome.Failed failure -> {
        folder.saveFailure(fork, failure);
        failed.add(fork);
      }
    }
  }

  private List<Fork> missing() throws IOException {
    List<Fork> missing = new ArrayList<>();
    for (Fork fork : plan.forks()) {
      if (folder.result(fork).isEmpty()) {
        missing.add(fork);
      }
    }
    return missing;
  }

  private void mergeResults() throws IOException {
    folder.saveResults(merged(plan.ofModels()));
    if (!plan.ofReference().isEmpty()) {
      folder.saveReference(merged(plan.ofReference()));
    }
  }

  private List<ObjectNode> merged(List<Cell> cells) throws IOException {
    List<ObjectNode> merged = new ArrayList<>();
    for (Cell cell : cells) {
      List<ObjectNode> results = folder.results(cell, plan.rounds());
      if (!results.isEmpty()) {
        merged.add(ResultMerge.merge(results));
      }
    }
    return merged;
  }
}
