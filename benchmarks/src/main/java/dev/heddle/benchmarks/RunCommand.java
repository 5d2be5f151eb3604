package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.benchmarks.run.UnusableFolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      "130, 143:stopped by SIGINT or SIGTERM; go on with --resume"
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @ArgGroup(exclusive = true)
  private MatrixChoice matrix = new MatrixChoice();

  @Mixin private Selection selection = new Selection();

  @Mixin private RunSettings settings = new RunSettings();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  @Option(names = "--resume", description = "Go on with the run in DIR that was interrupted.")
  private boolean resume;

  @Option(names = "--dry-run", description = "Print cells and expected time, and run nothing.")
  private boolean dryRun;

  @Mixin private StubChoice stubChoice = new StubChoice();

  @Override
  public Integer call() throws IOException {
    RunFolder folder = new RunFolder(out);
    try {
      Optional<RunPlan> before = resume ? Optional.of(folder.plan()) : Optional.empty();
      RunPlan plan = plan(before);
      if (dryRun) {
        return describe(plan);
      }
      if (before.isEmpty()) {
        folder.create();
      }
      return new RunSession(plan, folder, stubChoice, spec.commandLine().getErr()).run(resume);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (UnusableFolderException e) {
      return refuse(ExitCode.USAGE, e);
    } catch (IOException e) {
      return refuse(ExitCode.IMPOSSIBLE, e);
    }
  }

  /** The plan of the options; where nothing is asked for anew, the one that is resumed. */
  RunPlan plan(Optional<RunPlan> before) throws IOException {
    boolean asBefore = matrix.isEmpty() && selection.isEmpty() && settings.isEmpty();
    if (before.isPresent() && asBefore) {
      RunPlan now = RunPlans.withThisBuild(before.get());
      before.get().requireSame(now);
      return now;
    }
    long seed = settings.seed().or(() -> before.map(RunPlan::seed)).orElseGet(RunPlans::anySeed);
    RunPlan now = RunPlans.of(matrix.matrix(), selection, settings, seed);
    if (before.isPresent()) {
      before.get().requireSame(now);
    }
    return now;
  }

  private int describe(RunPlan plan) {
    PrintWriter print = spec.commandLine().getOut();
    plan.cells().stream().map(Cell::label).forEach(print::println);
    print.printf(
        "%d cells x %d rounds, about %s and the stub's warm-up%n",
        plan.cells().size(), plan.rounds(), TimeText.of(plan.expected()));
    print.flush();
    return ExitCode.DONE;
  }

  private int refuse(int code, IOException e) {
    spec.commandLine().getErr().println(e.getMessage());
    return code;
  }
}
