package dev.heddle.reports.gate;

/** What a gate says of the candidate as a whole; a pipeline reads it from the exit code. */
public enum Decision {
  /** A regression beyond the limit is excluded in every cell. */
  PASSED(0, "passed"),
  /** Some cell is slower by more than the limit. */
  REGRESSION(1, "regression"),
  /** No regression was found, and one beyond the limit is not excluded. */
  INCONCLUSIVE(2, "inconclusive"),
  /** Nothing may be said, or there are results that must not be used. */
  INVALID(3, "invalid");

  private final int exitCode;
  private final String words;

  Decision(int exitCode, String words) {
    this.exitCode = exitCode;
    this.words = words;
  }

  /** The exit code of the command. */
  public int exitCode() {
    return exitCode;
  }

  /** For readers. */
  public String words() {
    return words;
  }
}
