package dev.heddle.benchmarks;

import dev.heddle.load.LatencyText;
import dev.heddle.load.scenario.ScenarioFile;
import dev.heddle.load.scenario.ScenarioFileException;
import dev.heddle.load.scenario.ScenarioNode;
import dev.heddle.stub.latency.EmpiricalSources;
import dev.heddle.stub.latency.InvalidLatencyException;
import dev.heddle.stub.latency.LatencyDistributions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the stub's own code beforehand whether the stub would refuse a latency. Where plans may
 * fail, nobody would notice later that all of them do.
 */
final class LatencyCheck {

  private static final String ROUTE = "/latency/";

  private LatencyCheck() {}

  /**
   * Returns if the stub draws from the latencies of all calls.
   *
   * @throws ScenarioFileException naming the first that it does not
   */
  static void check(ScenarioFile file) {
    file.plan().everyCall().distinct().forEach(LatencyCheck::check);
  }

  private static void check(ScenarioNode.Call call) {
    problem(call.latency())
        .ifPresent(
            problem -> {
              throw new ScenarioFileException(
                  "%s: latency is '%s': %s"
                      .formatted(call.place(), call.latency().text(), problem));
            });
  }

  /** Why the stub would refuse; empty where it would not, or where its files decide. */
  static Optional<String> problem(LatencyText latency) {
    String[] parts = latency.path().substring(ROUTE.length()).split("\\?", 2);
    if (parts[0].equals("empirical")) {
      return Optional.empty();
    }
    try {
      LatencyDistributions.parse(parts[0], arguments(parts[1]), EmpiricalSources.none());
      return Optional.empty();
    } catch (InvalidLatencyException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> arguments(String query) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String argument : query.split("&", 0)) {
      String[] parts = argument.split("=", 2);
      if (parts.length == 2) {
        arguments.put(parts[0], parts[1]);
      }
    }
    return arguments;
  }
}
