package dev.heddle.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How often plans failed in which way. A bounded number of ways is told apart. */
final class FailureKinds {

  private static final int MOST = 20;
  private static final int LONGEST = 200;
  private static final String OTHERS = "(others)";

  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  void add(Throwable cause) {
    String text = cause.toString();
    String kind = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    boolean known = counts.size() < MOST || counts.containsKey(kind);
    counts.merge(known ? kind : OTHERS, 1L, Long::sum);
  }

  Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
