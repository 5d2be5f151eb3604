package dev.heddle.reports.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One benchmark in one parameter combination and mode: an element of JMH's result array.
 *
 * @param benchmark full name: class and method
 * @param mode what JMH measured
 * @param params parameter values by name, in the file's order
 * @param schedule forks, iterations and threads
 * @param jvm the JVM of the forks
 * @param primary the score
 * @param secondary further metrics by name: profilers and auxiliary counters
 */
public record Cell(
    String benchmark,
    Mode mode,
    Map<String, String> params,
    Schedule schedule,
    Jvm jvm,
    Metric primary,
    Map<String, Metric> secondary) {

  public Cell {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    secondary = Collections.unmodifiableMap(new LinkedHashMap<>(secondary));
  }

  /** The benchmark's class: everything before the last dot. */
  public String benchmarkClass() {
    int dot = benchmark.lastIndexOf('.');
    return dot < 0 ? benchmark : benchmark.substring(0, dot);
  }

  /** The benchmark's method: everything after the last dot. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
