package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes of several single-fork entries of JMH's JSON the entry that JMH would have written for all
 * of them.
 */
final class ResultMerge {

  private ResultMerge() {}

  /**
   * Merges entries of one cell.
   *
   * @param forks one entry a fork, in the order of the rounds; at least one
   */
  static ObjectNode merge(List<ObjectNode> forks) {
    ObjectNode merged = forks.getFirst().deepCopy();
    merged.put("forks", forks.size());
    merged.set("primaryMetric", MetricMerge.merge(metrics(forks, "primaryMetric")));
    ObjectNode secondary = merged.putObject("secondaryMetrics");
    for (String name : secondaryNames(forks)) {
      List<JsonNode> metrics =
          forks.stream()
              .map(fork -> fork.path("secondaryMetrics").path(name))
              .filter(JsonNode::isObject)
              .toList();
      secondary.set(name, MetricMerge.merge(metrics));
    }
    return merged;
  }

  private static List<JsonNode> metrics(List<ObjectNode> forks, String name) {
    List<JsonNode> metrics = new ArrayList<>();
    forks.forEach(fork -> metrics.add(fork.path(name)));
    return metrics;
  }

  private static Set<String> secondaryNames(List<ObjectNode> forks) {
    Set<String> names = new LinkedHashSet<>();
    forks.forEach(fork -> fork.path("secondaryMetrics").fieldNames().forEachRemaining(names::add));
    return names;
  }
}
