package dev.heddle.reports.stats;

import dev.heddle.reports.read.LoadFork;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Another runtime under the load of a scenario. It stands beside the models, and is none of them:
 * no ranking and no sentence on them knows it.
 *
 * @param name its runtime, client and loop with their versions
 * @param points by ascending rate, never empty
 */
public record LoadReference(String name, List<LoadPoint> points) {

  private static final String CLIENT = "client";
  private static final String RUNTIME = "runtime";

  /** What a reference has of its own. */
  private static final Set<String> OWN = Set.of("model", "loop", CLIENT, RUNTIME, "rate");

  /** What a model has of its own. */
  private static final String TRANSPORT = "transport";

  public LoadReference {
    points = List.copyOf(points);
  }

  /** Those that were offered the scenario's load, in order of first appearance. */
  public static List<LoadReference> beside(LoadScenario scenario, List<LoadFork> forks) {
    return forks.stream()
        .filter(fork -> isOffered(scenario, fork))
        .collect(
            Collectors.groupingBy(LoadReference::name, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> new LoadReference(entry.getKey(), points(entry.getKey(), entry.getValue())))
        .toList();
  }

  /** How many of these forks no scenario offers the same load as. */
  public static long alone(List<LoadScenario> scenarios, List<LoadFork> forks) {
    return forks.stream()
        .filter(fork -> scenarios.stream().noneMatch(scenario -> isOffered(scenario, fork)))
        .count();
  }

  private static boolean isOffered(LoadScenario scenario, LoadFork fork) {
    Map<String, String> ofModels = new LinkedHashMap<>(scenario.params());
    ofModels.remove(TRANSPORT);
    Map<String, String> ofReference = new LinkedHashMap<>(fork.parameters());
    ofReference.keySet().removeAll(OWN);
    return ofModels.equals(ofReference);
  }

  private static String name(LoadFork fork) {
    Map<String, String> parameters = fork.parameters();
    return Reference.named(
        parameters, parameters.getOrDefault(CLIENT, ""), parameters.getOrDefault(RUNTIME, ""));
  }

  private static List<LoadPoint> points(String name, List<LoadFork> forks) {
    return forks.stream()
        .map(LoadFork::offeredPerSecond)
        .distinct()
        .sorted()
        .map(rate -> new LoadPoint(name, rate, at(rate, forks)))
        .toList();
  }

  private static List<LoadFork> at(double rate, List<LoadFork> forks) {
    return forks.stream().filter(fork -> fork.offeredPerSecond() == rate).toList();
  }
}
