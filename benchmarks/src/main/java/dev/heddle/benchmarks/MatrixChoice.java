package dev.heddle.benchmarks;

import picocli.CommandLine.Option;

/** The options that name a matrix; at most one of them. */
final class MatrixChoice {

  @Option(
      names = "--quick",
      description = "Five models, no-op and fetch, fan-out 100: about 2 minutes (the default).")
  private boolean quick;

  @Option(names = "--standard", description = "Both tiers, three fan-outs, all works.")
  private boolean standard;

  @Option(names = "--rigorous", description = "As --standard, with more and longer forks.")
  private boolean rigorous;

  boolean isEmpty() {
    return !quick && !standard && !rigorous;
  }

  Matrix matrix() {
    if (rigorous) {
      return Matrix.RIGOROUS;
    }
    return standard ? Matrix.STANDARD : Matrix.QUICK;
  }
}
