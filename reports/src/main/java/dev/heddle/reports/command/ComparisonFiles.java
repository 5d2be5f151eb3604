package dev.heddle.reports.command;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.RunComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** Writes and prints what a comparison found. */
final class ComparisonFiles {

  private ComparisonFiles() {}

  /** Into a folder. */
  static void write(RunComparison comparison, Path folder, PrintWriter terminal)
      throws IOException {
    for (CellComparison cell : comparison.byImportance()) {
      terminal.println(
          String.format(
              Locale.ROOT,
              "%-60s %-12s %s %s",
              cell.label(),
              cell.verdict(),
              cell.effect()
                  .map(effect -> String.format(Locale.ROOT, "%.4f", effect.ratio()))
                  .orElse("–"),
              cell.interval().map(Object::toString).orElse("–")));
    }
    terminal.flush();
  }
}
