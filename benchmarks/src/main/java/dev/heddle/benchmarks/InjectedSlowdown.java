package dev.heddle.benchmarks;

/**
 * How much more work than before is done, so that a comparison has something known to find.
 *
 * @param percent by how much steady work grows, and how many operations in a thousand wait
 */
record InjectedSlowdown(int percent) {

  /** Among so many operations in a row, wherever they begin, {@link #percent} wait. */
  static final int CYCLE = 1_000;

  private static final int WHOLE = 100;

  /** Checks that there are as many operations as are to wait. */
  InjectedSlowdown {
    if (percent < 0 || percent > CYCLE) {
      throw new IllegalArgumentException(
          "percent is %d; allowed: 0 to %d".formatted(percent, CYCLE));
    }
  }

  /** The work that takes {@code tokens} without a slowdown, with it; rounded down. */
  long tokens(long tokens) {
    return tokens + share(tokens);
  }

  /** What is added to work that takes {@code tokens} without a slowdown; rounded down. */
  long share(long tokens) {
    return tokens * percent / WHOLE;
  }

  /** Whether the operation of that number, zero or more, waits. Those that do are evenly spaced. */
  boolean waits(long operation) {
    return operation % CYCLE * percent % CYCLE < percent;
  }
}
