package dev.heddle.reports.stats;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Readable names for the constants that parameters take. */
public final class Names {

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  private static final int LONGEST = 80;

  /** The execution models of Heddle, in the order that every chart keeps. */
  private static final List<String> MODELS =
      List.of(
          "PLATFORM_THREADS",
          "VIRTUAL_THREADS",
          "COMPLETABLE_FUTURE",
          "STRUCTURED_SCOPE",
          "NETTY_EVENT_LOOP");

  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("COMPLETABLE_FUTURE", "CompletableFuture"),
          Map.entry("NETTY_EVENT_LOOP", "Netty event loop"),
          Map.entry("NO_OP", "no-op"),
          Map.entry("SLEEP", "sleep"),
          Map.entry("FETCH", "fetch"),
          Map.entry("CONTRACT", "contract"),
          Map.entry("IDIOM", "idiom"),
          Map.entry("DEFAULT", "default"),
          Map.entry("SOCKET", "socket"),
          Map.entry("APACHE", "Apache"),
          Map.entry("NETTY", "Netty"),
          Map.entry("JDK", "JDK"));

  private Names() {}

  /** The execution models of Heddle as result files spell them, in the order of every chart. */
  public static List<String> models() {
    return MODELS;
  }

  /**
   * A parameter's value for readers; a value that is no known constant stays as it is, up to 80
   * characters.
   */
  public static String display(String value) {
    String own = OWN.getOrDefault(value, value);
    boolean constant = CONSTANT.matcher(own).matches();
    return shortened(constant ? own.toLowerCase(Locale.ROOT).replace('_', ' ') : own);
  }

  /** The spelling of result files, where a model is a JMH parameter. */
  public static String constant(String readable) {
    return readable.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** The place of a model among Heddle's, from 0; after all of them for any other name. */
  public static int modelOrder(String key) {
    int known = MODELS.indexOf(key);
    return known < 0 ? MODELS.size() : known;
  }
}
