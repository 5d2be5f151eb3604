package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Numbers as JMH's JSON has them: those that JSON cannot say are strings. */
final class JmhNumber {

  private JmhNumber() {}

  static JsonNode of(double value) {
    if (Double.isNaN(value)) {
      return TextNode.valueOf("NaN");
    }
    if (Double.isInfinite(value)) {
      return TextNode.valueOf(value > 0 ? "+INF" : "-INF");
    }
    return DoubleNode.valueOf(value);
  }

  static double read(JsonNode node) {
    return switch (node.asText()) {
      case "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> node.asDouble(Double.NaN);
    };
  }
}
