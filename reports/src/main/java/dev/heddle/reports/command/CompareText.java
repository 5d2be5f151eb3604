package dev.heddle.reports.command;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.html.CompareCells;
import dev.heddle.reports.html.CompareWords;
import java.util.ArrayList;
import java.util.List;

/** A comparison as lines of text for a terminal. */
final class CompareText {

  private CompareText() {}

  /** Environments, verdicts, a line a cell, notes, and what is on one side only. */
  static List<String> of(RunComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("Base: " + comparison.base());
    lines.add("Candidate: " + comparison.candidate());
    lines.addAll(environments(comparison.differences()));
    lines.add("");
    lines.add(CompareWords.counts(comparison));
    lines.add("");
    List<List<String>> table = new ArrayList<>(List.of(heads(comparison)));
    List<CellComparison> ordered = comparison.byImportance();
    ordered.forEach(cell -> table.add(columns(cell)));
    lines.addAll(ShortTable.aligned(table));
    lines.add("");
    for (CellComparison cell : ordered) {
      cell.notes().forEach(note -> lines.add(CompareWords.label(cell) + ": " + note));
    }
    comparison.onlyBase().forEach(key -> lines.add(alone("base", key)));
    comparison.onlyCandidate().forEach(key -> lines.add(alone("candidate", key)));
    lines.add(CompareWords.noise(comparison));
    lines.add(CompareWords.expected(comparison));
    return lines.stream().map(CompareText::plain).toList();
  }

  private static List<String> environments(List<EnvironmentDifference> differences) {
    List<String> lines = new ArrayList<>();
    if (!differences.isEmpty()) {
      lines.add("The environments differ (! forbids a verdict):");
    }
    differences.forEach(
        difference ->
            lines.add(
                (difference.forbids() ? "  ! " : "    ") + CompareWords.difference(difference)));
    return lines;
  }

  private static List<String> heads(RunComparison comparison) {
    return List.of(
        "cell",
        "candidate ÷ base",
        CompareWords.confidence(comparison.rules()) + " interval",
        "verdict (δ %s)".formatted(CompareWords.percent(comparison.rules().delta())),
        "forks");
  }

  private static List<String> columns(CellComparison cell) {
    return List.of(
        plain(CompareWords.label(cell)),
        CompareCells.ratio(cell),
        CompareCells.interval(cell),
        CompareWords.verdict(cell.verdict()),
        CompareCells.forks(cell));
  }

  private static String alone(String side, CellKey key) {
    return "Only in the %s: %s".formatted(side, CompareWords.label(key));
  }

  /** What came with a file must not steer the terminal. */
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
  }
}
