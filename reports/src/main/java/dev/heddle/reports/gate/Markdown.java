package dev.heddle.reports.gate;

/** Text in GitHub's Markdown. */
public final class Markdown {

  private Markdown() {}

  /** A name that came with a file must not become markup (CommonMark, backslash escapes). */
  public static String text(String raw) {
    return raw.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|#&~])", "\\\\$1");
  }
}
