package dev.heddle.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers a wrong command line by what is wrong with it, and where to read more. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().printf("Help: %s --help%n", command.getCommandSpec().qualifiedName());
    command.getErr().flush();
    return ExitCode.USAGE;
  }
}
