package dev.heddle.load.scenario;

import dev.heddle.load.WrittenTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A key and its value, which says what is wrong with it.
 *
 * @param key the key
 * @param keyPlace where the key stands
 * @param value what it is given
 */
record Field(String key, Place keyPlace, Place value) {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
  private static final Pattern TIME =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ns|us|ms|s|m)");

  /** What to throw where the value is wrong. */
  ScenarioFileException wrong(String allowed) {
    return value.wrong("%s is %s; allowed: %s".formatted(key, value.found(), allowed));
  }

  /** Its text. */
  String text(String allowed) {
    if (value.node() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw wrong(allowed);
  }

  /** A whole number between two, both included. */
  int whole(int low, int high) {
    String allowed = "a whole number from %d to %d".formatted(low, high);
    String text = text(allowed);
    if (WHOLE.matcher(text).matches()) {
      int number = Integer.parseInt(text);
      if (number >= low && number <= high) {
        return number;
      }
    }
    throw wrong(allowed);
  }

  /** A decimal number between two, both included. */
  double number(double low, double high) {
    return number(value, low, high);
  }

  /** Decimal numbers between two, both included; at least one. */
  List<Double> numbers(double low, double high) {
    return items("a list of numbers, such as [100, 200]").stream()
        .map(item -> number(item, low, high))
        .toList();
  }

  private double number(Place place, double low, double high) {
    if (place.node() instanceof ScalarNode scalar && DECIMAL.matcher(scalar.getValue()).matches()) {
      double number = new BigDecimal(scalar.getValue()).doubleValue();
      if (number >= low && number <= high) {
        return number;
      }
    }
    throw place.wrong(
        "%s is %s; allowed: a decimal number from %s to %s"
            .formatted(key, place.found(), plain(low), plain(high)));
  }

  /** A time with its unit between two, both included. */
  Duration time(Duration low, Duration high) {
    String allowed =
        "a time with its unit (ns, us, ms, s, m) from %s to %s".formatted(text(low), text(high));
    Matcher time = TIME.matcher(text(allowed));
    if (time.matches()) {
      Duration amount = Duration.ofNanos(WrittenTime.of(time.group(1), time.group(2)).nanos());
      if (amount.compareTo(low) >= 0 && amount.compareTo(high) <= 0) {
        return amount;
      }
    }
    throw wrong(allowed);
  }

  /** One of several words. */
  <E extends Enum<E>> E oneOf(List<E> constants) {
    List<String> words = constants.stream().map(Field::word).toList();
    String allowed = String.join(", ", words);
    int index = words.indexOf(text(allowed));
    if (index < 0) {
      throw wrong(allowed);
    }
    return constants.get(index);
  }

  /** How a constant is written in a file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What stands in a list that is not empty. */
  List<Place> items(String allowed) {
    if (value.node() instanceof SequenceNode sequence) {
      if (sequence.getValue().isEmpty()) {
        throw value.wrong("%s is an empty list; allowed: %s".formatted(key, allowed));
      }
      return sequence.getValue().stream().map(value::at).toList();
    }
    throw wrong(allowed);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String text(Duration time) {
    return time.toSeconds() > 0 || time.isZero() ? time.toSeconds() + "s" : time.toNanos() + "ns";
  }
}
