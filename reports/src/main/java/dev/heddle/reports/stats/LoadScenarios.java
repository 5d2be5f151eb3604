package dev.heddle.reports.stats;

import dev.heddle.reports.read.LoadFork;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sorts the forks under load into scenarios. */
public final class LoadScenarios {

  private static final String MODEL = "model";
  private static final String RATE = "rate";

  private record At(String model, double rate) {}

  private LoadScenarios() {}

  /** The scenarios of the forks, in order of first appearance. */
  public static List<LoadScenario> of(List<LoadFork> forks) {
    return group(forks, LoadScenarios::shared).entrySet().stream()
        .map(entry -> new LoadScenario(entry.getKey(), points(entry.getValue())))
        .toList();
  }

  private static List<LoadPoint> points(List<LoadFork> forks) {
    return group(forks, LoadScenarios::at).entrySet().stream()
        .map(
            entry -> new LoadPoint(entry.getKey().model(), entry.getKey().rate(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(LoadPoint::rate)
                .thenComparingInt(point -> Names.modelOrder(point.model())))
        .toList();
  }

  private static At at(LoadFork fork) {
    String model = fork.parameters().getOrDefault(MODEL, "");
    return new At(Names.constant(model), fork.offeredPerSecond());
  }

  private static Map<String, String> shared(LoadFork fork) {
    Map<String, String> shared = new LinkedHashMap<>(fork.parameters());
    shared.remove(MODEL);
    shared.remove(RATE);
    return shared;
  }

  private static <K> Map<K, List<LoadFork>> group(List<LoadFork> forks, Function<LoadFork, K> key) {
    return forks.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
