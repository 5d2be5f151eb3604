package dev.heddle.reports.html;

import java.util.List;

/** Text in GitHub's Markdown. */
public final class Markdown {

  private Markdown() {}

  /** A row of a table, of cells that are Markdown already. */
  public static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** A name that came with a file must not become markup (CommonMark, backslash escapes). */
  public static String text(String raw) {
    return raw.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|#&~])", "\\\\$1");
  }
}
