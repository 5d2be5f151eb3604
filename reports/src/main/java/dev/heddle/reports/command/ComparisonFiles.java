package dev.heddle.reports.command;

import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.html.ComparePage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Writes and prints what a comparison found. */
final class ComparisonFiles {

  private ComparisonFiles() {}

  /**
   * Writes the page, and the summary if one is asked for, and prints the verdicts with the page's
   * path last.
   */
  static void write(
      RunComparison comparison, Path page, Optional<Path> summary, PrintWriter terminal)
      throws IOException {
    WholeFile.write(page, writer -> ComparePage.write(comparison, writer));
    if (summary.isPresent()) {
      WholeFile.write(
          summary.get().toAbsolutePath(), writer -> CompareSummary.write(comparison, writer));
    }
    CompareText.of(comparison).forEach(terminal::println);
    terminal.println("Comparison: " + page);
    terminal.flush();
  }
}
