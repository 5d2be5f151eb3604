package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;

/** Raw data of JMH's JSON, one row a fork, as JMH's statistics. */
final class RawRows {

  private RawRows() {}

  /** Statistics over {@code rawData}: fork, iteration. */
  static Statistics statistics(JsonNode rows) {
    ListStatistics statistics = new ListStatistics();
    rows.forEach(row -> row.forEach(value -> statistics.addValue(JmhNumber.read(value))));
    return statistics;
  }

  /**
   * Statistics over {@code rawDataHistogram}: fork, iteration, bucket, and in it value and count.
   */
  static Statistics histogramStatistics(JsonNode rows) {
    MultisetStatistics statistics = new MultisetStatistics();
    for (JsonNode fork : rows) {
      for (JsonNode iteration : fork) {
        iteration.forEach(
            bucket -> statistics.addValue(JmhNumber.read(bucket.path(0)), bucket.path(1).asLong()));
      }
    }
    return statistics;
  }
}
