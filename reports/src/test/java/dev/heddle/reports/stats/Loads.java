package dev.heddle.reports.stats;

import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.LoadFork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Forks under load, for tests. */
public final class Loads {

  private Loads() {}

  /** A valid fork that keeps up, with the given response times, each seen once. */
  public static LoadFork valid(String model, int rate, double... millis) {
    return fork(model, rate, rate, List.of(), millis);
  }

  /** A fork that broke a rule. */
  public static LoadFork invalid(String model, int rate, String reason, double... millis) {
    return fork(model, rate, rate, List.of(reason), millis);
  }

  /** A fork; valid if there are no reasons. */
  public static LoadFork fork(
      String model, int rate, double achieved, List<String> reasons, double... millis) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("model", model);
    parameters.put("plan", "gather");
    parameters.put("rate", Integer.toString(rate));
    Histogram times = histogram(millis);
    return new LoadFork(
        "round-01_" + model,
        parameters,
        reasons.isEmpty(),
        reasons,
        rate,
        achieved,
        OptionalDouble.of(10 * achieved),
        3,
        new LoadFork.Times(times, times, times),
        OptionalDouble.of(0.002),
        OptionalDouble.empty());
  }

  /** The only scenario of the forks. */
  public static LoadScenario scenario(LoadFork... forks) {
    List<LoadScenario> all = LoadScenarios.of(List.of(forks));
    if (all.size() != 1) {
      throw new IllegalArgumentException(all.size() + " scenarios");
    }
    return all.getFirst();
  }

  private static Histogram histogram(double... millis) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    Arrays.stream(millis).forEach(value -> counts.merge(value / 1000, 1L, Long::sum));
    return Histogram.of(counts);
  }
}
