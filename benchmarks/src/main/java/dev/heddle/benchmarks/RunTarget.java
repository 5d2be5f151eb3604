package dev.heddle.benchmarks;

import dev.heddle.benchmarks.reference.AsyncioReference;
import dev.heddle.benchmarks.reference.MissingPythonException;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.benchmarks.run.UnusableFolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where a run goes and whether it begins, and how a command answers. */
final class RunTarget {

  /** What a command does, apart from answering for what goes wrong. */
  interface Action {
    int run() throws IOException;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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

  RunFolder folder() {
    return new RunFolder(out);
  }

  boolean isResumed() {
    return resume;
  }

  boolean isDryRun() {
    return dryRun;
  }

  StubChoice stub() {
    return stubChoice;
  }

  PrintWriter log() {
    return command.commandLine().getErr();
  }

  /** Does something, and turns what goes wrong into a sentence and an exit code. */
  int answer(Action action) {
    try {
      return action.run();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    } catch (UnusableFolderException e) {
      return refuse(ExitCode.USAGE, e);
    } catch (MissingPythonException e) {
      return refuse(ExitCode.UNAVAILABLE, e);
    } catch (IOException e) {
      return refuse(ExitCode.IMPOSSIBLE, e);
    }
  }

  /** Runs a plan of models, or describes it where that is all that is asked for. */
  int run(RunPlan plan) throws IOException {
    return run(plan, new ReferenceChoice());
  }

  /** The same, with what runs a reference's cells. */
  int run(RunPlan plan, ReferenceChoice choice) throws IOException {
    if (dryRun) {
      return describe(plan);
    }
    Optional<AsyncioReference> reference = choice.open(plan);
    if (!resume) {
      folder().create();
    }
    return new RunSession(plan, folder(), stubChoice, reference, log()).run(resume);
  }

  private int describe(RunPlan plan) {
    PrintWriter print = command.commandLine().getOut();
    plan.cells().stream().map(Cell::label).forEach(print::println);
    print.printf(
        "%d cells x %d rounds, about %s and the stub's warm-up%n",
        plan.cells().size(), plan.rounds(), TimeText.of(plan.expected()));
    print.flush();
    return ExitCode.DONE;
  }

  private int refuse(int code, IOException e) {
    log().println(e.getMessage());
    return code;
  }
}
