package dev.heddle.reports.read;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Identifiers as words. */
final class Words {

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])([A-Z])(?![A-Z])");

  private Words() {}

  /**
   * {@code loadAverage} and {@code load_average} become {@code load average}; a key that begins
   * with a capital, such as a VM flag, stays as it is.
   */
  static String ofKey(String key) {
    if (key.isEmpty() || Character.isUpperCase(key.charAt(0))) {
      return key;
    }
    return HUMP.matcher(key).replaceAll(Words::lowered).replace('_', ' ');
  }

  private static String lowered(MatchResult hump) {
    return " " + hump.group(1).toLowerCase(Locale.ROOT);
  }
}
