package dev.heddle.stub;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A query's parameters, decoded, in order. Of one that is repeated, the first value counts. */
record Arguments(Map<String, List<String>> values) {

  private static final Pattern KEY =
      Pattern.compile("[0-9]{1,%d}".formatted(HeadPattern.MOST_DIGITS));
  private static final Pattern SEED = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern SHARE = Pattern.compile("[0-9]{0,1}(\\.[0-9]{0,17})?");

  /** The value of one parameter. */
  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getFirst);
  }

  /** Refuses parameters of other names: one that is misspelt must not go unnoticed. */
  void requireOnly(String... names) throws RefusedRequest {
    for (String name : values.keySet()) {
      if (!List.of(names).contains(name)) {
        throw RefusedRequest.badArgument("argument", name, String.join(", ", names));
      }
    }
  }

  /** Each parameter's value. */
  Map<String, String> first() {
    Map<String, String> first = new LinkedHashMap<>();
    values.forEach((name, all) -> first.put(name, all.getFirst()));
    return first;
  }

  /** The number that the request brings, or {@link Numbers#NONE}. */
  long key() throws RefusedRequest {
    return whole(
        "key",
        KEY,
        Numbers.NONE,
        "a whole number of at most %d digits".formatted(HeadPattern.MOST_DIGITS));
  }

  /** The seed of what is drawn. */
  long seed(long otherwise) throws RefusedRequest {
    return whole("seed", SEED, otherwise, "a whole number of at most 18 digits");
  }

  /** A share of all requests. */
  double share(String name, double otherwise) throws RefusedRequest {
    String text = value(name).orElse(String.valueOf(otherwise));
    if (SHARE.matcher(text).matches() && !text.isEmpty() && !text.equals(".")) {
      double share = new BigDecimal(text).doubleValue();
      if (share <= 1) {
        return share;
      }
    }
    throw RefusedRequest.badArgument(name, text, "a decimal number from 0 to 1");
  }

  /** A whole number within bounds. */
  int count(String name, int otherwise, int low, int high) throws RefusedRequest {
    return WholeNumber.parse(name, value(name).orElse(String.valueOf(otherwise)), low, high);
  }

  private long whole(String name, Pattern pattern, long otherwise, String allowed)
      throws RefusedRequest {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!pattern.matcher(text.get()).matches()) {
      throw RefusedRequest.badArgument(name, text.get(), allowed);
    }
    return Long.parseLong(text.get());
  }
}
