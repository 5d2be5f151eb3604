package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openjdk.jmh.util.Statistics;

/**
 * How a metric's score comes of its values. JMH's JSON does not say; it is recognised by what the
 * forks' own scores are of their rows. Where all agree, as with one iteration a fork, it is the
 * mean.
 */
enum Aggregation {
  MEAN {
    @Override
    double score(Statistics statistics) {
      return statistics.getMean();
    }
  },
  SUM {
    @Override
    double score(Statistics statistics) {
      return statistics.getSum();
    }
  },
  MAX {
    @Override
    double score(Statistics statistics) {
      return statistics.getMax();
    }
  };

  private static final double TOLERANCE = 1e-9;

  abstract double score(Statistics statistics);

  static Aggregation of(List<JsonNode> forks) {
    for (Aggregation candidate : values()) {
      if (forks.stream().allMatch(candidate::explains)) {
        return candidate;
      }
    }
    return MEAN;
  }

  /** Writes score, error and interval; JMH gives an error to means only. */
  void write(ObjectNode metric, Statistics statistics, double confidence) {
    double score = score(statistics);
    double error = this == MEAN ? statistics.getMeanErrorAt(confidence) : Double.NaN;
    metric.set("score", JmhNumber.of(score));
    metric.set("scoreError", JmhNumber.of(error));
    ArrayNode interval = metric.putArray("scoreConfidence");
    if (this == MEAN) {
      for (double bound : statistics.getConfidenceIntervalAt(confidence)) {
        interval.add(JmhNumber.of(bound));
      }
    } else {
      interval.add(JmhNumber.of(score)).add(JmhNumber.of(score));
    }
  }

  private static boolean hasNoError(JsonNode fork) {
    return fork.path("scoreError").asText().equals("NaN");
  }

  private boolean explains(JsonNode fork) {
    JsonNode rows = fork.path("rawData");
    if (rows.isMissingNode()) {
      return this == MEAN;
    }
    Statistics statistics = RawRows.statistics(rows);
    double actual = JmhNumber.read(fork.path("score"));
    double expected = score(statistics);
    if (this == MEAN && statistics.getN() > 2 && hasNoError(fork)) {
      return false;
    }
    return Double.compare(actual, expected) == 0
        || Math.abs(actual - expected) <= TOLERANCE * Math.abs(expected);
  }
}
