package dev.heddle.reports.headline;

import dev.heddle.reports.html.Markdown;
import java.util.List;
import java.util.stream.Stream;

/** A headline table as GitHub's Markdown. */
public final class HeadlineMarkdown {

  private static final String HOW_TO_READ =
      "An interval is the 99 % one over forks, of its row alone; that of a p99 goes from its least"
          + " fork to its largest. A tie cannot be told apart by these forks, or by less than the"
          + " machine's noise floor; *the same* lies within ± 3 %. × is the figure through that of"
          + " the best: more is worse of times, better of rates. Behind a rate stands the lowest"
          + " one above it that was missed; rates closer than the search's precision tie.";

  private HeadlineMarkdown() {}

  /** Its lines, without a line end behind the last. */
  public static List<String> lines(HeadlineTable table) {
    Stream<String> rows =
        Stream.concat(
            Stream.of("| workload | ahead | figure | next |", "| --- | --- | --- | --- |"),
            table.rows().stream().map(HeadlineMarkdown::row));
    return Stream.of(
            paragraph(Markdown.text(table.sentence())),
            rows,
            Stream.of("", HOW_TO_READ + shared(table.shared()) + machines(table.machines())))
        .flatMap(lines -> lines)
        .toList();
  }

  private static Stream<String> paragraph(String text) {
    return text.isEmpty() ? Stream.empty() : Stream.of(text, "");
  }

  private static String row(HeadlineRow row) {
    return Markdown.row(
        Stream.of(row.workload(), row.ahead(), row.figure(), row.next())
            .map(Markdown::text)
            .toList());
  }

  private static String shared(List<String> shared) {
    return shared.isEmpty()
        ? ""
        : " All scores: %s.".formatted(Markdown.text(String.join(", ", shared)));
  }

  private static String machines(List<String> machines) {
    return machines.isEmpty()
        ? ""
        : " Measured on %s.".formatted(Markdown.text(String.join("; ", machines)));
  }
}
