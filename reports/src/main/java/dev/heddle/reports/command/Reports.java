package dev.heddle.reports.command;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command line of reports.jar. */
@Command(
    name = "reports",
    description = "Shows what JMH results say: estimates, their uncertainty, and charts.",
    mixinStandardHelpOptions = true,
    versionProvider = Reports.Version.class,
    subcommands = {
      ReportCommand.class,
      CompareCommand.class,
      DuelCommand.class,
      GateCommand.class,
      TrendCommand.class,
      HeadlineCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the page is written; the gate is passed",
      "1:gate: a regression",
      "2:gate: inconclusive",
      "3:an input cannot be used, nothing can be compared, or the output cannot be written; gate:"
          + " invalid",
      "64:the command line is wrong"
    })
public final class Reports {

  /** The command line is wrong: {@code EX_USAGE} of sysexits.h. */
  static final int USAGE = 64;

  /** An input cannot be used, or the output cannot be written. */
  static final int UNUSABLE = 3;

  /** Runs the command line and ends the JVM with its exit code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    System.exit(run(commandLine(), args));
  }

  /**
   * Runs a command line. An error must not end the JVM by itself: it would do so with 1, which says
   * that a gate found a regression.
   */
  static int run(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (OutOfMemoryError full) {
      line.getErr()
          .println(
              "reports: not enough memory (%s); allowed: more of it, such as java -Xmx2g"
                  .formatted(full.getMessage()));
      return UNUSABLE;
    } catch (Error broken) {
      line.getErr()
          .println("reports: unexpected " + broken + "; please report this with the result file");
      return UNUSABLE;
    }
  }

  /** The command line, for tests and for those who embed it. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Reports());
    line.setExecutionExceptionHandler(
        (problem, command, parsed) -> {
          command.getErr().println("reports: " + Problem.inOneLine(problem));
          return UNUSABLE;
        });
    line.getSubcommands().values().forEach(Reports::refuseBadUsage);
    return refuseBadUsage(line);
  }

  private static CommandLine refuseBadUsage(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(USAGE);
    return line;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Optional<String> version =
          Optional.ofNullable(Reports.class.getPackage().getImplementationVersion());
      return new String[] {"heddle reports " + version.orElse("(development)")};
    }
  }
}
