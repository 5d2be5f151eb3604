package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

  /** What stands for the model in cells of the reference. */
  public static final String REFERENCE = "asyncio";

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int HASH_SHOWN = 8;

  /** Copies the parameters. */
  public Cell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }

  /** Whether it measures the reference, which is no model and takes part in no verdict. */
  @JsonIgnore
  public boolean isReference() {
    return REFERENCE.equals(params.get("model"));
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
        + params.values().stream()
            .filter(value -> !value.isEmpty())
            .map(Cell::readable)
            .collect(Collectors.joining());
  }

  /** A name for a file, without anything that a file system could mind. */
  @JsonIgnore
  String fileName() {
    return label().replaceAll("[^A-Za-z0-9.-]", "_");
  }

  /** Of a file its name and of a hash its beginning: a name for a file must not be too long. */
  private static String readable(String value) {
    if (HASH.matcher(value).matches()) {
      return " " + value.substring(0, HASH_SHOWN);
    }
    return " "
        + value.substring(value.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
