package dev.heddle.benchmarks;

import picocli.CommandLine;

/** Lends the documentation's tests the command line that {@link Heddle} parses with. */
public final class BenchmarksCommandLine {

  private BenchmarksCommandLine() {}

  public static CommandLine open() {
    return Heddle.commandLine();
  }
}
