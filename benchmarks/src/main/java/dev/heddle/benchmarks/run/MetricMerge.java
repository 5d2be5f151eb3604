package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openjdk.jmh.util.Statistics;

/**
 * Merges one metric of several forks: raw data row by row, everything else worked out again over
 * all of it by JMH's own statistics (mean, Student's t interval at 99.9 %, percentiles).
 */
final class MetricMerge {

  private static final double CONFIDENCE = 0.999;
  private static final double[] PERCENTILES = {
    0.00, 50.0, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };

  private MetricMerge() {}

  static ObjectNode merge(List<JsonNode> forks) {
    ObjectNode merged = forks.getFirst().deepCopy();
    String raw = merged.has("rawDataHistogram") ? "rawDataHistogram" : "rawData";
    ArrayNode rows = merged.putArray(raw);
    forks.forEach(fork -> fork.path(raw).forEach(rows::add));
    Statistics statistics =
        raw.equals("rawData") ? RawRows.statistics(rows) : RawRows.histogramStatistics(rows);
    Aggregation.of(forks).write(merged, statistics, CONFIDENCE);
    ObjectNode percentiles = merged.putObject("scorePercentiles");
    for (double p : PERCENTILES) {
      percentiles.set(String.valueOf(p), JmhNumber.of(statistics.getPercentile(p)));
    }
    return merged;
  }
}
