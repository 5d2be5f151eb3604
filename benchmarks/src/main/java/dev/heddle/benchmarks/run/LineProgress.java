package dev.heddle.benchmarks.run;

import java.io.PrintStream;
import java.time.Duration;

/** One line a fork, for logs. */
public final class LineProgress implements Progress {

  private final PrintStream out;

  /** Prints to {@code out}. */
  public LineProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(Fork fork) {}

  @Override
  public void ended(Fork fork, ForkOutcome outcome, int done, int total, Duration left) {
    out.printf(
        "%d/%d  %s: %s, %s left%n", done, total, fork, ScoreText.of(outcome), TimeText.of(left));
  }

  @Override
  public void close() {}
}
