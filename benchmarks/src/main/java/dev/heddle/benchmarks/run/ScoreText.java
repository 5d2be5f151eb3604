package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** How a fork's outcome reads in a line. */
final class ScoreText {

  private ScoreText() {}

  static String of(ForkOutcome outcome) {
    return switch (outcome) {
      case ForkOutcome.Measured(ObjectNode result) -> score(result.path("primaryMetric"));
      case ForkOutcome.Failed failure -> "FAILED, " + failure.reason();
    };
  }

  private static String score(JsonNode metric) {
    double score = JmhNumber.read(metric.path("score"));
    return String.format(Locale.ROOT, "%,.1f %s", score, metric.path("scoreUnit").asText());
  }
}
