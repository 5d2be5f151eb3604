package dev.heddle.reports.duel;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long each fork warms up and measures; written {@code 3x150+5x100} in milliseconds.
 *
 * @param warmups warm-up iterations
 * @param warmupMillis of each
 * @param iterations measured iterations
 * @param millis of each
 */
public record DuelTiming(int warmups, int warmupMillis, int iterations, int millis) {

  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4})x(\\d{1,6})\\+(\\d{1,4})x(\\d{1,6})");

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static DuelTiming parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches() || number(parts, 3) == 0 || number(parts, 4) == 0) {
      throw new IllegalArgumentException(
          "'%s' is no timing; a timing is WARMUPSxMS+ITERATIONSxMS, such as 5x500+5x500"
              .formatted(text));
    }
    return new DuelTiming(number(parts, 1), number(parts, 2), number(parts, 3), number(parts, 4));
  }

  List<String> arguments() {
    return List.of(
        "-wi",
        Integer.toString(warmups),
        "-w",
        warmupMillis + "ms",
        "-i",
        Integer.toString(iterations),
        "-r",
        millis + "ms");
  }

  @Override
  public String toString() {
    return "%dx%d+%dx%d".formatted(warmups, warmupMillis, iterations, millis);
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
