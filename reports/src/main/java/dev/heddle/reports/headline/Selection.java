package dev.heddle.reports.headline;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Scenario;
import dev.heddle.reports.stats.Scenarios;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which scenarios are looked at: those that have all of these values.
 *
 * @param values by the parameter's name; spelled as in result files ({@code NO_OP}) or as on the
 *     command line ({@code no-op})
 */
public record Selection(Map<String, String> values) {

  public Selection {
    values = Map.copyOf(values);
  }

  /** What is wrong with it, in a sentence, if a value of it is that of no scenario. */
  public Optional<String> problem(List<Run> runs) {
    List<Scenario> scenarios =
        runs.stream().flatMap(run -> Scenarios.of(run.comparable()).stream()).toList();
    return values.entrySet().stream()
        .filter(wanted -> scenarios.stream().noneMatch(scenario -> has(scenario, wanted)))
        .map(
            wanted ->
                "no benchmark has %s=%s; allowed: %s"
                    .formatted(
                        wanted.getKey(), wanted.getValue(), allowed(scenarios, wanted.getKey())))
        .findFirst();
  }

  private static String allowed(List<Scenario> scenarios, String name) {
    List<String> pairs =
        scenarios.stream()
            .flatMap(scenario -> scenario.params().entrySet().stream())
            .map(param -> param.getKey() + "=" + commandLine(param.getValue()))
            .distinct()
            .sorted()
            .toList();
    List<String> ofName = pairs.stream().filter(pair -> pair.startsWith(name + "=")).toList();
    return (ofName.isEmpty() ? pairs : ofName).stream().collect(Collectors.joining(", "));
  }

  private static String commandLine(String value) {
    return value.equals(Names.constant(value))
        ? value.toLowerCase(Locale.ROOT).replace('_', '-')
        : value;
  }

  boolean holds(Scenario scenario) {
    return values.entrySet().stream().allMatch(wanted -> has(scenario, wanted));
  }

  private static boolean has(Scenario scenario, Map.Entry<String, String> wanted) {
    return Names.constant(scenario.params().getOrDefault(wanted.getKey(), ""))
        .equals(Names.constant(wanted.getValue()));
  }
}
