package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.UnusableFolderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records what the JVM tells of the virtual threads of a run that has been measured. */
@Command(
    name = "evidence",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    sortOptions = false,
    description = {
      "Runs each cell of a run that uses virtual threads once more, recorded by JDK Flight"
          + " Recorder",
      "and not scored: pinned threads, carriers, and threads that the scheduler did not take."
    },
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every fork was recorded",
      "1:some forks failed; the others are kept",
      "2:nothing could be recorded",
      "64:wrong command line, or a folder without a run"
    })
final class EvidenceCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description = "The folder of the run; evidence.json goes there (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("results");

  @Mixin private StubChoice stubChoice = new StubChoice();

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter log = command.commandLine().getErr();
    try {
      return new EvidenceSession(new RunFolder(out), stubChoice, log).run();
    } catch (UnusableFolderException e) {
      log.println(e.getMessage());
      return ExitCode.USAGE;
    } catch (IOException e) {
      log.println(e.getMessage());
      return ExitCode.IMPOSSIBLE;
    }
  }
}
