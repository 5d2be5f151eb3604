package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * Sums a load up: one histogram log of all forks, a table, what was invalid and why, what came near
 * a ceiling, a report.
 */
record LoadConclusion(RunPlan plan, RunFolder folder, PrintWriter log) {

  /** Writes and prints it, and returns the exit code. */
  int conclude(boolean complete) throws IOException {
    List<LoadFork> forks = LoadFork.all(plan, folder);
    MergedLog.of(forks).writeTo(folder.latencies());
    LoadTable.of(plan.ofModels(), forks).lines().forEach(log::println);
    sayInvalid(forks);
    if (!plan.ofReference().isEmpty()) {
      sayReference();
    }
    CeilingBound.beside(folder, log).lines(forks).forEach(log::println);
    log.printf("Results: %s, %s, %s%n", folder.results(), folder.latencies(), folder.loads());
    log.flush();
    boolean reported = new ReportProcess(folder, log).run();
    if (!complete || !reported) {
      return ExitCode.FAILED;
    }
    return forks.stream().anyMatch(LoadFork::isValid) ? ExitCode.DONE : ExitCode.INVALID;
  }

  /** It has a table of its own, and no say in the exit code. */
  private void sayReference() throws IOException {
    List<LoadFork> forks = LoadFork.all(plan, folder.referenceLoads(), "");
    log.println("Reference, in no verdict:");
    LoadTable.of(plan.ofReference(), forks).lines().forEach(log::println);
    sayInvalid(forks);
    log.printf("Reference: %s, %s%n", folder.reference(), folder.referenceLoads());
  }

  private void sayInvalid(List<LoadFork> forks) {
    forks.stream()
        .filter(fork -> !fork.isValid())
        .forEach(
            fork ->
                log.printf("INVALID: %s: %s%n", fork.name(), String.join("; ", fork.reasons())));
  }
}
