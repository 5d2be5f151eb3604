package dev.heddle.reports.read;

import java.util.regex.Pattern;

/** Text that may stand in XML. */
public final class Printable {

  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private Printable() {}

  /** Whatever XML 1.0 forbids becomes the replacement character, and a line break as well. */
  public static String text(String raw) {
    return NOT_IN_XML.matcher(raw).replaceAll("\uFFFD");
  }
}
