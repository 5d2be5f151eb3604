package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunPlan;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs a matrix: plan, folder, forks, results. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    sortOptions = false,
    description = "Measures a matrix of cells in rounds of forks and keeps every fork.",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all forks measured",
      "1:some forks failed; the others are kept",
      "2:the run could not begin or go on; what was measured is kept",
      "64:wrong command line, or a folder that cannot be used so",
      "69:what --reference needs is missing; the message says how to get it",
      "130, 143:stopped by SIGINT or SIGTERM; go on with --resume"
    })
final class RunCommand implements Callable<Integer> {

  @ArgGroup(exclusive = true)
  private MatrixChoice matrix = new MatrixChoice();

  @Mixin private Selection selection = new Selection();

  @Mixin private RunSettings settings = new RunSettings();

  @Mixin private ReferenceChoice reference = new ReferenceChoice();

  @Mixin private RunTarget target = new RunTarget();

  @Override
  public Integer call() {
    return target.answer(
        () ->
            target.run(
                plan(target.isResumed() ? Optional.of(target.folder().plan()) : Optional.empty()),
                reference));
  }

  /** The plan of the options; where nothing is asked for anew, the one that is resumed. */
  RunPlan plan(Optional<RunPlan> before) throws IOException {
    boolean asBefore =
        matrix.isEmpty() && selection.isEmpty() && settings.isEmpty() && reference.isEmpty();
    if (before.isPresent() && asBefore) {
      RunPlan now = RunPlans.withThisBuild(before.get());
      before.get().requireSame(now);
      return now;
    }
    long seed = settings.seed().or(() -> before.map(RunPlan::seed)).orElseGet(RunPlans::anySeed);
    RunPlan now = reference.beside(RunPlans.of(matrix.matrix(), selection, settings, seed));
    if (before.isPresent()) {
      before.get().requireSame(now);
    }
    return now;
  }
}
