package dev.heddle.reports.gate;

import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.html.CompareCells;
import dev.heddle.reports.html.Markdown;
import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A gate for the summary of a job, in GitHub's Markdown. */
public final class GateMarkdown {

  /** GitHub cuts a summary at 1 MiB. */
  private static final int MOST_ROWS = 500;

  private GateMarkdown() {}

  /** Writes it; the writer stays open. */
  public static void write(Gate gate, Writer writer) {
    try {
      writer.write(text(gate));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Gate gate) {
    StringBuilder text = new StringBuilder();
    paragraph(text, "**Gate " + Markdown.text(GateText.headline(gate)) + "**");
    paragraph(
        text,
        "%s beside its base %s. %s. α %s over all cells together (Holm), δ %s."
            .formatted(
                Markdown.text(gate.comparison().candidate()),
                Markdown.text(gate.comparison().base()),
                counts(gate),
                GateText.percent(gate.comparison().rules().alpha()),
                GateText.percent(gate.comparison().rules().delta())));
    GateText.missing(gate).ifPresent(missing -> paragraph(text, warning(missing)));
    if (!gate.comparison().differences().isEmpty()) {
      paragraph(text, "The environments differ in " + differences(gate) + ".");
    }
    if (!gate.cells().isEmpty()) {
      table(gate, text);
    }
    return text.toString();
  }

  private static String counts(Gate gate) {
    return Arrays.stream(Verdict.values())
        .map(verdict -> gate.count(verdict) + " " + verdict)
        .collect(Collectors.joining(", "));
  }

  private static String warning(String missing) {
    return "Warning: " + Markdown.text(missing) + ".";
  }

  private static String differences(Gate gate) {
    return gate.comparison().differences().stream()
        .map(GateMarkdown::difference)
        .collect(Collectors.joining("; "));
  }

  private static String difference(EnvironmentDifference difference) {
    return Markdown.text(
        "%s (%s → %s%s)"
            .formatted(
                difference.fact(),
                difference.base(),
                difference.candidate(),
                difference.forbids() ? ", forbids a verdict" : ""));
  }

  private static void table(Gate gate, StringBuilder text) {
    row(
        text,
        List.of("cell", "gate", "verdict", "worse by", "ratio", "interval", "p", "forks", "why"));
    text.append("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    List<GatedCell> cells = gate.byImportance();
    cells.stream().limit(MOST_ROWS).forEach(cell -> row(text, row(cell, gate.rules())));
    text.append('\n');
    if (cells.size() > MOST_ROWS) {
      paragraph(text, (cells.size() - MOST_ROWS) + " more cells are in gate.json.");
    }
  }

  private static List<String> row(GatedCell cell, GateRules rules) {
    return List.of(
        Markdown.text(cell.comparison().label()),
        cell.standing().name(),
        cell.verdict().name(),
        GateText.worse(cell),
        CompareCells.ratio(cell.comparison()),
        CompareCells.interval(cell.comparison()),
        GateText.p(cell),
        CompareCells.forks(cell.comparison()),
        Markdown.text(GateText.reason(cell, rules)));
  }

  private static void row(StringBuilder text, List<String> cells) {
    text.append(Markdown.row(cells)).append('\n');
  }

  private static void paragraph(StringBuilder text, String paragraph) {
    text.append(paragraph).append("\n\n");
  }
}
