package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.Statistics;

/**
 * Three forks of one JMH run ({@code -f 3 -prof gc}), taken apart and merged again, give what JMH
 * itself made of them. Iterations without a value of a summed metric count as zeros in JMH's
 * percentiles of it, but not here: its JSON does not tell of them.
 */
class JmhOracleTest {

  private static final Set<String> SUMS = Set.of("gc.count", "gc.time");

  @Test
  void mergingGivesWhatJmhWritesForAllForksTogether() throws Exception {
    ObjectNode whole = whole();

    ObjectNode merged = ResultMerge.merge(apart(whole));

    assertSame(merged.path("primaryMetric"), whole.path("primaryMetric"));
    assertSamePercentiles(merged.path("primaryMetric"), whole.path("primaryMetric"));
    assertThat(merged.path("secondaryMetrics")).hasSize(whole.path("secondaryMetrics").size());
    whole
        .path("secondaryMetrics")
        .properties()
        .forEach(
            metric ->
                assertSame(
                    merged.path("secondaryMetrics").path(metric.getKey()), metric.getValue()));
    assertThat(merged.path("forks")).isEqualTo(whole.path("forks"));
    assertThat(merged.path("params")).isEqualTo(whole.path("params"));
  }

  private static void assertSame(JsonNode merged, JsonNode jmh) {
    assertThat(merged.path("rawData")).isEqualTo(jmh.path("rawData"));
    assertThat(merged.path("scoreUnit")).isEqualTo(jmh.path("scoreUnit"));
    assertSameNumber(merged.path("score"), jmh.path("score"));
    assertSameNumber(merged.path("scoreError"), jmh.path("scoreError"));
    for (int i = 0; i < 2; i++) {
      assertSameNumber(merged.path("scoreConfidence").get(i), jmh.path("scoreConfidence").get(i));
    }
  }

  private static void assertSamePercentiles(JsonNode merged, JsonNode jmh) {
    jmh.path("scorePercentiles")
        .properties()
        .forEach(
            percentile ->
                assertSameNumber(
                    merged.path("scorePercentiles").path(percentile.getKey()),
                    percentile.getValue()));
  }

  private static void assertSameNumber(JsonNode merged, JsonNode jmh) {
    double expected = JmhNumber.read(jmh);
    if (Double.isNaN(expected)) {
      assertThat(JmhNumber.read(merged)).isNaN();
      return;
    }
    assertThat(JmhNumber.read(merged))
        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  private static List<ObjectNode> apart(ObjectNode whole) {
    List<ObjectNode> forks = new ArrayList<>();
    for (int i = 0; i < whole.path("forks").asInt(); i++) {
      ObjectNode fork = whole.deepCopy();
      fork.put("forks", 1);
      keepRow((ObjectNode) fork.path("primaryMetric"), i, false);
      for (String name :
          whole.path("secondaryMetrics").properties().stream().map(Map.Entry::getKey).toList()) {
        keepRow((ObjectNode) fork.path("secondaryMetrics").path(name), i, SUMS.contains(name));
      }
      forks.add(fork);
    }
    return forks;
  }

  private static void keepRow(ObjectNode metric, int row, boolean sum) {
    JsonNode kept = metric.path("rawData").get(row);
    metric.putArray("rawData").add(kept);
    Statistics statistics = RawRows.statistics(metric.path("rawData"));
    metric.put("score", sum ? statistics.getSum() : statistics.getMean());
    double error = sum ? Double.NaN : statistics.getMeanErrorAt(0.999);
    metric.set("scoreError", JmhNumber.of(error));
  }

  private static ObjectNode whole() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(JmhOracleTest.class.getResourceAsStream("jmh-three-forks.json"))) {
      return (ObjectNode) RunFolder.JSON.readTree(file).get(0);
    }
  }
}
