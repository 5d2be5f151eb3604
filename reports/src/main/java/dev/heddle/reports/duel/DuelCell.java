package dev.heddle.reports.duel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one fork measures.
 *
 * @param benchmark full name
 * @param params a value for each of its parameters
 */
public record DuelCell(String benchmark, Map<String, String> params) {

  private static final int LONGEST = 120;

  public DuelCell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** For readers, on one line. */
  public String label() {
    String name = benchmark.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    return params.isEmpty() ? name : name + " " + params;
  }

  /** A name for files: readable, and made unique by the cell's number. */
  String fileName(int number) {
    String values =
        params.entrySet().stream()
            .map(param -> "_" + param.getKey() + "=" + param.getValue())
            .collect(Collectors.joining());
    String name =
        (benchmark.replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "") + values)
            .replaceAll("[^A-Za-z0-9_.=+-]", "-");
    return "cell-%03d_%s".formatted(number, name.substring(0, Math.min(name.length(), LONGEST)));
  }
}
