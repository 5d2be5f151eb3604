package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One JMH benchmark with one combination of parameters.
 *
 * @param benchmark the benchmark's full name, such as {@code
 *     dev.heddle.benchmarks.GatherBenchmark.gather}
 * @param params parameter names and values as JMH takes them; they keep their order, which two
 *     equal cells may differ in
 */
public record Cell(String benchmark, Map<String, String> params) {

  /** Copies the parameters. */
  public Cell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /**
   * A name for a person, such as {@code GatherBenchmark.gather virtual-threads fetch 100}: it
   * begins with the class, since two benchmarks may call their methods the same.
   */
  @JsonIgnore
  public String label() {
    int method = benchmark.lastIndexOf('.');
    String classAndMethod = benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    return classAndMethod
        + params.values().stream().map(Cell::readable).collect(Collectors.joining());
  }

  /** A name for a file, without anything that a file system could mind. */
  @JsonIgnore
  String fileName() {
    return label().replaceAll("[^A-Za-z0-9.-]", "_");
  }

  private static String readable(String value) {
    return " " + value.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
