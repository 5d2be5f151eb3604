package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.UnusableFolderException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
      "69:what --reference needs is missing; the message says how to get it",
      "130, 143:stopped by SIGINT or SIGTERM; go on with --resume"
    })
final class LoadCommand implements Callable<Integer> {

  @Mixin private LoadSelection selection = new LoadSelection();

  @Mixin private ReferenceChoice reference = new ReferenceChoice();

  @Mixin private RunTarget target = new RunTarget();

  @Mixin private MaxSearchChoice maxSearch = new MaxSearchChoice();

  @Override
  public Integer call() {
    return target.answer(
        maxSearch.isWanted() ? this::search : () -> target.run(chosenPlan(), reference));
  }

  private RunPlan chosenPlan() throws IOException {
    return target.isResumed() ? resumed(target.folder().plan()) : plan();
  }

  private int search() throws IOException {
    if (!reference.isEmpty()) {
      throw new IllegalArgumentException(
          "--find-max searches for models; --reference does not go with it");
    }
    selection.settle();
    MaxSearch search = maxSearch.search(selection);
    if (target.isResumed() || target.isDryRun()) {
      throw new IllegalArgumentException(
          "--find-max decides as it goes; --resume and --dry-run do not go with it");
    }
    target.folder().create();
    return new MaxSearchSession(search, selection, target.folder(), target.stub(), target.log())
        .run();
  }

  /** The plan of the options. */
  RunPlan plan() throws IOException {
    return reference.beside(selection.plan());
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
}
