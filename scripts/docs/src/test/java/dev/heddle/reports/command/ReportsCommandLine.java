package dev.heddle.reports.command;

import picocli.CommandLine;

/** Lends the documentation's tests the command line that {@link Reports} parses with. */
public final class ReportsCommandLine {

  private ReportsCommandLine() {}

  public static CommandLine open() {
    return Reports.commandLine();
  }
}
