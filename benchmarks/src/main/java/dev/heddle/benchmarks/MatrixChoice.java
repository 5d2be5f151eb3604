package dev.heddle.benchmarks;

import picocli.CommandLine.Option;

/** The options that name a matrix; at most one of them. */
final class MatrixChoice {

  @Option(
      names = "--quick",
      description = "Five models, no-op and fetch, fan-out 100: at most 3 minutes (the default).")
  private boolean quick;

  @Option(
      names = "--standard",
      description = "Every pattern, its price beside the idiom, three fan-outs: about 35 minutes.")
  private boolean standard;

  @Option(names = "--rigorous", description = "As --standard, with more and longer forks.")
  private boolean rigorous;

  @Option(names = "--all", description = "Everything that can be measured: for a night.")
  private boolean all;

  boolean isEmpty() {
    return !quick && !standard && !rigorous && !all;
  }

  Matrix matrix() {
    if (all) {
      return Matrix.ALL;
    }
    if (rigorous) {
      return Matrix.RIGOROUS;
    }
    return standard ? Matrix.STANDARD : Matrix.QUICK;
  }
}
