package dev.heddle.benchmarks;

/** The options that replace values of a matrix. */
enum AxisOption {
  PATTERN("--pattern"),
  MODEL("--model"),
  TIER("--tier"),
  TRANSPORT("--transport"),
  WORK("--work"),
  FAN_OUT("--fan-out"),
  POOL("--pool"),
  BESIDE("--beside");

  private final String option;

  AxisOption(String option) {
    this.option = option;
  }

  /** As on the command line. */
  String option() {
    return option;
  }
}
