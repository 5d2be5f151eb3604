package dev.heddle.stub.latency;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a request, read by their names.
 *
 * @param distribution the name of the distribution they are for
 */
record Arguments(String distribution, Map<String, String> values) {

  /** What the route reads by itself. */
  private static final List<String> OF_THE_ROUTE = List.of("seed", "key");

  /** Refuses all arguments but these: a misspelt one would be left out unnoticed. */
  void requireOnly(List<String> names) throws InvalidLatencyException {
    for (String name : values.keySet()) {
      if (!names.contains(name) && !OF_THE_ROUTE.contains(name)) {
        throw InvalidLatencyException.wrong(
            "argument of " + distribution,
            name,
            String.join(", ", names) + ", " + String.join(", ", OF_THE_ROUTE));
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  BigDecimal decimal(String name, DecimalRange range) throws InvalidLatencyException {
    String text =
        text(name).orElseThrow(() -> InvalidLatencyException.missing(name, String.valueOf(range)));
    return range
        .read(text)
        .orElseThrow(() -> InvalidLatencyException.wrong(name, text, String.valueOf(range)));
  }

  BigDecimal decimal(String name, DecimalRange range, BigDecimal otherwise)
      throws InvalidLatencyException {
    return values.containsKey(name) ? decimal(name, range) : otherwise;
  }
}
