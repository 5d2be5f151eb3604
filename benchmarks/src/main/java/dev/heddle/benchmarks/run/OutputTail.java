package dev.heddle.benchmarks.run;

/** The end of what a process printed: where it says what went wrong. */
final class OutputTail {

  private static final int LIMIT = 20_000;

  private OutputTail() {}

  static String of(String output) {
    String stripped = output.strip();
    return stripped.length() <= LIMIT
        ? stripped
        : "… " + stripped.substring(stripped.length() - LIMIT);
  }
}
