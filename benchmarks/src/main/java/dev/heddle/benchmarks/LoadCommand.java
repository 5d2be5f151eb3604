package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.benchmarks.run.UnusableFolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Offers loads: plan, folder, forks, verdicts. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    sortOptions = false,
    description =
        "Measures latency under an offered load: plans start at times fixed beforehand, and each"
            + " run says whether its figures are worth anything.",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all forks measured, at least one of them valid",
      "1:some forks failed; the others are kept",
      "2:the run could not begin or go on; what was measured is kept",
      "3:all forks measured, none of them valid",
      "64:wrong command line, or a folder that cannot be used so",
      "130, 143:stopped by SIGINT or SIGTERM; go on with --resume"
    })
final class LoadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LoadSelection selection = new LoadSelection();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "Where the results go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  @Option(names = "--resume", description = "Go on with the load in DIR that was interrupted.")
  private boolean resume;

  @Option(names = "--dry-run", description = "Print cells and expected time, and run nothing.")
  private boolean dryRun;

  @Mixin private StubChoice stubChoice = new StubChoice();

  @Mixin private MaxSearchChoice maxSearch = new MaxSearchChoice();

  @Override
  public Integer call() throws IOException {
    RunFolder folder = new RunFolder(out);
    try {
      if (maxSearch.isWanted()) {
        return search(folder);
      }
      RunPlan plan = resume ? resumed(folder.plan()) : selection.plan();
      if (dryRun) {
        return describe(plan);
      }
      if (!resume) {
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

  private int search(RunFolder folder) throws IOException {
    selection.settle();
    MaxSearch search = maxSearch.search(selection);
    if (resume || dryRun) {
      throw new IllegalArgumentException(
          "--find-max decides as it goes; --resume and --dry-run do not go with it");
    }
    folder.create();
    return new MaxSearchSession(search, selection, folder, stubChoice, spec.commandLine().getErr())
        .run();
  }

  /** The plan of the options. */
  RunPlan plan() throws IOException {
    return selection.plan();
  }

  /** A load is resumed as it was: what was asked for stands in its folder. */
  private static RunPlan resumed(RunPlan before) throws IOException {
    if (!LoadPlans.isLoad(before)) {
      throw new UnusableFolderException(
          "What began in this folder is no load: go on with it by scripts/heddle run --resume");
    }
    RunPlan now = RunPlans.withThisBuild(before);
    before.requireSame(now);
    ScenarioParam.requireUnchanged(before);
    return now;
  }

  private int describe(RunPlan plan) {
    plan.cells().stream().map(Cell::label).forEach(spec.commandLine().getOut()::println);
    spec.commandLine()
        .getOut()
        .printf(
            "%d cells x %d rounds, about %s and the stub's warm-up%n",
            plan.cells().size(), plan.rounds(), TimeText.of(plan.expected()));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }

  private int refuse(int code, IOException e) {
    spec.commandLine().getErr().println(Optional.ofNullable(e.getMessage()).orElse(e.toString()));
    return code;
  }
}
