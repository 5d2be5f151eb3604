package dev.heddle.reports.compare;

import dev.heddle.reports.stats.Names;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What two runs must have measured alike to be compared.
 *
 * @param benchmark full name: class and method, or {@code load} of an offered load
 * @param params parameter values by name
 * @param metric {@code score}, {@code p99}, or the name of a further metric
 */
public record CellKey(String benchmark, Map<String, String> params, String metric) {

  /** JMH's primary score. */
  public static final String SCORE = "score";

  /** The 99th percentile of each fork: the one percentile that gets a verdict. */
  public static final String P99 = "p99";

  public CellKey {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** Another metric of the same cell. */
  CellKey of(String other) {
    return new CellKey(benchmark, params, other);
  }

  /** The same but for one parameter. */
  CellKey without(String param) {
    Map<String, String> rest = new LinkedHashMap<>(params);
    rest.remove(param);
    return new CellKey(benchmark, rest, metric);
  }

  /** For readers, on one line: class and method without their package, then the parameters. */
  public String label() {
    String[] parts = benchmark.split("\\.", -1);
    String name =
        parts.length < 2 ? benchmark : parts[parts.length - 2] + "." + parts[parts.length - 1];
    String values =
        params.entrySet().stream()
            .map(param -> param.getKey() + "=" + Names.display(param.getValue()))
            .collect(Collectors.joining(", "));
    String of = metric.equals(SCORE) ? "" : " " + metric;
    return name + (values.isEmpty() ? "" : " (" + values + ")") + of;
  }
}
