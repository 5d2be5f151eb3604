package dev.heddle.docs;

import dev.heddle.benchmarks.BenchmarksCommandLine;
import dev.heddle.reports.command.ReportsCommandLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** Gives shown commands to the command lines that would get them, which parse and run nothing. */
final class CommandCheck {

  /** What the launcher answers itself. */
  private static final Set<String> OF_LAUNCHER =
      Set.of("-h", "--help", "help", "-V", "--version", "version");

  private CommandCheck() {}

  /** Why a command would be refused; empty if it would not. */
  static Optional<String> problem(ShownCommand command) {
    List<String> arguments = command.arguments();
    return switch (command.program()) {
      case BENCHMARKS_JAR -> ofJmh(arguments);
      case REPORTS_JAR -> of(ReportsCommandLine.open(), arguments);
      case LAUNCHER -> ofLauncher(arguments);
    };
  }

  /** Whether any command has the option, for example {@code --out}. */
  static boolean isOption(String name) {
    return PythonOptions.names().contains(name)
        || Stream.of(BenchmarksCommandLine.open(), ReportsCommandLine.open())
            .flatMap(line -> line.getSubcommands().values().stream())
            .anyMatch(command -> command.getCommandSpec().findOption(name) != null);
  }

  private static Optional<String> ofLauncher(List<String> arguments) {
    String command = arguments.getFirst();
    if (OF_LAUNCHER.contains(command)) {
      return Optional.empty();
    }
    for (CommandLine line : List.of(BenchmarksCommandLine.open(), ReportsCommandLine.open())) {
      if (line.getSubcommands().containsKey(command)) {
        return of(line, arguments);
      }
    }
    return Optional.of("there is no command '%s'".formatted(command));
  }

  /** A command's name alone, as in "heddle report writes a page", mentions it. */
  private static Optional<String> of(CommandLine line, List<String> arguments) {
    try {
      line.parseArgs(arguments.toArray(String[]::new));
      return Optional.empty();
    } catch (MissingParameterException e) {
      return arguments.size() == 1 ? Optional.empty() : Optional.of(e.toString());
    } catch (ParameterException e) {
      return Optional.of(e.toString());
    }
  }

  private static Optional<String> ofJmh(List<String> arguments) {
    try {
      return JmhSelection.problem(new CommandLineOptions(arguments.toArray(String[]::new)));
    } catch (CommandLineOptionException e) {
      return Optional.of(e.toString());
    }
  }
}
