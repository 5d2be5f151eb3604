package dev.heddle.reports.duel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Results of single forks of one cell as one result of that many forks. Score and error become
 * those that JMH would print over all iterations: their mean, and half of Student's 99.9 %
 * interval.
 */
final class ForkMerge {

  private static final double JMH_UPPER = 0.0005;
  private static final List<String> RAW = List.of("rawData", "rawDataHistogram");

  private ForkMerge() {}

  static ObjectNode merge(List<ObjectNode> forks) {
    ObjectNode merged = forks.getFirst().deepCopy();
    merged.put("forks", forks.size());
    merged.set("primaryMetric", metric(forks.stream().map(f -> f.path("primaryMetric")).toList()));
    ObjectNode secondary = merged.putObject("secondaryMetrics");
    forks
        .getFirst()
        .path("secondaryMetrics")
        .fieldNames()
        .forEachRemaining(
            name -> {
              List<JsonNode> all =
                  forks.stream().map(f -> f.path("secondaryMetrics").path(name)).toList();
              if (all.stream().noneMatch(JsonNode::isMissingNode)) {
                secondary.set(name, metric(all));
              }
            });
    return merged;
  }

  private static ObjectNode metric(List<JsonNode> forks) {
    ObjectNode merged = ((ObjectNode) forks.getFirst()).deepCopy();
    merged.remove(List.of("scorePercentiles", "scoreConfidence"));
    for (String field : RAW) {
      if (merged.has(field)) {
        ArrayNode rows = merged.putArray(field);
        forks.forEach(fork -> fork.path(field).forEach(rows::add));
      }
    }
    List<Double> values = values(merged, forks);
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    merged.put("score", mean);
    merged.put("scoreError", error(values, mean));
    return merged;
  }

  /** Each iteration's score; where samples are kept instead, each fork's. */
  private static List<Double> values(ObjectNode merged, List<JsonNode> forks) {
    List<Double> values = new ArrayList<>();
    merged.path("rawData").forEach(row -> row.forEach(score -> values.add(score.asDouble())));
    return values.isEmpty()
        ? forks.stream().map(fork -> fork.path("score").asDouble()).toList()
        : values;
  }

  private static double error(List<Double> values, double mean) {
    int n = values.size();
    if (n < 3) {
      return Double.NaN;
    }
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    double t = TDistribution.of(n - 1).inverseSurvivalProbability(JMH_UPPER);
    return t * Math.sqrt(squares / (n - 1) / n);
  }
}
