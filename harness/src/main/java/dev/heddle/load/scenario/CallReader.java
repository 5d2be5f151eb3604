package dev.heddle.load.scenario;

import dev.heddle.load.LatencyText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Reads a call: its name, and how its answer is. */
final class CallReader {

  static final String KIND = "call";
  static final List<String> KEYS =
      List.of("latency", "bytes", "failure_rate", "failure_status", "cpu");

  private static final String NAME = "a name";
  private static final String LATENCY =
      "a distribution with its arguments, times with a unit, such as lognormal:p50=5ms,p99=40ms or"
          + " constant:value=20ms";
  private static final int MOST_BYTES = 1 << 20;
  private static final Duration MOST_CPU = Duration.ofSeconds(10);

  private CallReader() {}

  static ScenarioNode.Call read(Fields fields) {
    String name = fields.need(KIND, "a call", NAME).text(NAME);
    Field drawn = fields.need("latency", "call '" + name + "'", LATENCY);
    LatencyText latency = latency(drawn);
    double failureRate = fields.field("failure_rate").map(rate -> rate.number(0, 1)).orElse(0.0);
    Duration cpu =
        fields.field("cpu").map(time -> time.time(Duration.ZERO, MOST_CPU)).orElse(Duration.ZERO);
    return new ScenarioNode.Call(
        latency,
        drawn.value().describe(),
        latency.path() + answer(fields, failureRate),
        failureRate,
        cpu);
  }

  private static LatencyText latency(Field field) {
    String text = field.text(LATENCY);
    try {
      return LatencyText.parse(text);
    } catch (IllegalArgumentException e) {
      throw field.wrong(LATENCY);
    }
  }

  private static String answer(Fields fields, double failureRate) {
    StringBuilder query = new StringBuilder();
    fields
        .field("bytes")
        .ifPresent(bytes -> query.append("&bytes=").append(bytes.whole(0, MOST_BYTES)));
    if (failureRate > 0) {
      query.append("&failure_rate=").append(BigDecimal.valueOf(failureRate).toPlainString());
    }
    fields
        .field("failure_status")
        .ifPresent(status -> query.append("&failure_status=").append(status.whole(300, 599)));
    return query.toString();
  }
}
