package dev.heddle.reports.headline;

import dev.heddle.reports.stats.Names;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Workloads by what tells them apart.
 *
 * @param shared the parameters that all have with the same value, which need not be said of each
 */
record Labels(Map<String, String> shared) {

  private static final String DEFAULT = "DEFAULT";

  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  /** Of workloads with these parameters. */
  static Labels of(Collection<Map<String, String>> params) {
    return new Labels(params.stream().reduce(Labels::common).orElse(Map.of()));
  }

  private static Map<String, String> common(Map<String, String> some, Map<String, String> others) {
    return some.entrySet().stream()
        .filter(param -> param.getValue().equals(others.get(param.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is measured, with the parameters that not all have; a default need not be said. */
  String of(String name, Map<String, String> params) {
    List<String> own =
        params.entrySet().stream()
            .filter(param -> !shared.containsKey(param.getKey()))
            .filter(param -> !Names.constant(param.getValue()).equals(DEFAULT))
            .map(Labels::param)
            .toList();
    return own.isEmpty() ? name : name + ": " + String.join(", ", own);
  }

  /** A parameter as a reader calls it. */
  static String param(Map.Entry<String, String> param) {
    return words(param.getKey()) + " " + Names.display(param.getValue());
  }

  /** An identifier as words. */
  static String words(String identifier) {
    return HUMP.matcher(identifier).replaceAll(" ").replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
