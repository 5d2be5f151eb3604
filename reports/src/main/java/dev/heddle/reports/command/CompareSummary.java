package dev.heddle.reports.command;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.html.CompareCells;
import dev.heddle.reports.html.CompareWords;
import dev.heddle.reports.html.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A comparison as Markdown (GitHub's) for the summary of a CI job. */
final class CompareSummary {

  private CompareSummary() {}

  /** Writes it; the writer stays open. */
  static void write(RunComparison comparison, Writer writer) {
    try {
      for (String line : lines(comparison)) {
        writer.write(line);
        writer.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(RunComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + Markdown.text(comparison.candidate() + " beside " + comparison.base()));
    lines.add("");
    lines.add("**%s**".formatted(CompareWords.counts(comparison)));
    lines.add("");
    for (EnvironmentDifference difference : comparison.differences()) {
      String forbids = difference.forbids() ? " (forbids a verdict)" : "";
      lines.add("- " + Markdown.text(CompareWords.difference(difference) + forbids));
    }
    lines.add("");
    lines.add(
        "| cell | candidate ÷ base | %s interval | verdict (δ %s) | forks | notes |"
            .formatted(
                CompareWords.confidence(comparison.rules()),
                CompareWords.percent(comparison.rules().delta())));
    lines.add("| --- | ---: | ---: | --- | ---: | --- |");
    comparison.byImportance().forEach(cell -> lines.add(row(cell)));
    lines.add("");
    comparison
        .onlyBase()
        .forEach(key -> lines.add("- only in the base: " + Markdown.text(CompareWords.label(key))));
    comparison
        .onlyCandidate()
        .forEach(
            key -> lines.add("- only in the candidate: " + Markdown.text(CompareWords.label(key))));
    lines.add("");
    lines.add(Markdown.text(CompareWords.noise(comparison)));
    lines.add(CompareWords.expected(comparison));
    return lines;
  }

  private static String row(CellComparison cell) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            Markdown.text(CompareWords.label(cell)),
            CompareCells.ratio(cell),
            CompareCells.interval(cell),
            CompareWords.verdict(cell.verdict()),
            CompareCells.forks(cell),
            Markdown.text(String.join("; ", cell.notes())));
  }
}
