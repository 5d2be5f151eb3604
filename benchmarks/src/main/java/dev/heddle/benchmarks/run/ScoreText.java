package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** How a fork's outcome reads in a line. */
final class ScoreText {

  private static final String RESPONSE = "/secondaryMetrics/response.p99";

  private ScoreText() {}

  static String of(ForkOutcome outcome) {
    return switch (outcome) {
      case ForkOutcome.Measured(ObjectNode result) when result.at(RESPONSE).isObject() ->
          latencies(result);
      case ForkOutcome.Measured(ObjectNode result) -> score(result.path("primaryMetric"));
      case ForkOutcome.Failed failure -> "FAILED, " + failure.reason();
    };
  }

  private static String score(JsonNode metric) {
    double score = JmhNumber.read(metric.path("score"));
    return String.format(Locale.ROOT, "%,.1f %s", score, metric.path("scoreUnit").asText());
  }

  /** Of an open loop, whose primary score is the time that the run took. */
  private static String latencies(ObjectNode result) {
    JsonNode figures = result.path("secondaryMetrics");
    return String.format(
        Locale.ROOT,
        "p50 %,.2f ms, p99 %,.2f ms, %,.1f/s, %s",
        figure(figures, "response.p50") / 1e3,
        figure(figures, "response.p99") / 1e3,
        figure(figures, "achieved"),
        figure(figures, "valid") == 1 ? "valid" : "INVALID");
  }

  private static double figure(JsonNode figures, String name) {
    return JmhNumber.read(figures.path(name).path("score"));
  }
}
