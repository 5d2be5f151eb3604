package dev.heddle.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A latency distribution as people write it ({@code lognormal:p50=5ms,p99=40ms}) and as the stub
 * takes it ({@code /latency/lognormal?p50=0.005&p99=0.04}). Which distributions there are, and with
 * which arguments, the stub alone knows; it refuses others.
 *
 * @param text as written
 * @param path as the stub takes it, without a seed or key
 */
public record LatencyText(String text, String path) {

  private static final Pattern WHOLE = Pattern.compile("([a-z]+)(?::(.+))?");
  private static final Pattern ARGUMENT =
      Pattern.compile("([a-z0-9_]+)=([0-9]*\\.?[0-9]+)(ns|us|ms|s)?|file=([A-Za-z0-9_.-]+)");

  /**
   * Reads a distribution.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  public static LatencyText parse(String text) {
    Matcher whole = WHOLE.matcher(text);
    if (!whole.matches()) {
      throw malformed(text);
    }
    List<String> arguments = new ArrayList<>();
    String given = whole.group(2) == null ? "" : whole.group(2);
    for (String argument : given.split("[,;]", 0)) {
      if (!argument.isEmpty()) {
        arguments.add(argument(text, argument));
      }
    }
    return new LatencyText(text, "/latency/" + whole.group(1) + "?" + String.join("&", arguments));
  }

  private static String argument(String text, String argument) {
    Matcher matcher = ARGUMENT.matcher(argument);
    if (!matcher.matches()) {
      throw malformed(text);
    }
    if (matcher.group(4) != null) {
      return argument;
    }
    String unit = matcher.group(3) == null ? "s" : matcher.group(3);
    BigDecimal seconds = WrittenTime.of(matcher.group(2), unit).seconds();
    return matcher.group(1) + "=" + seconds.stripTrailingZeros().toPlainString();
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "latency is '%s'; allowed: a distribution with its arguments, times with a unit, such as lognormal:p50=5ms,p99=40ms or constant:value=20ms"
            .formatted(text));
  }
}
