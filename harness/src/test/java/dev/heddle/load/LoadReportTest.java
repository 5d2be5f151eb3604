package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.measure.GcPauses;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

class LoadReportTest {

  private static final long MILLI = 1_000_000;

  private final LoadReport report =
      new LoadReport(
          Map.of("latency", "lognormal:p50=5ms,p99=40ms"),
          200,
          new LoadResult(phase(10), phase(100), 17),
          new Exchanges(110, 110, false, OptionalDouble.of(50_000), true),
          new Watch.Seen(
              histogram(1000, 60_000),
              new GcPauses(2, 9),
              Optional.of(Duration.ofMillis(1500)),
              Optional.empty()),
          Verdict.of(List.of(new Verdict.Reason("lag", "too much"))),
          Instant.parse("2026-11-26T01:00:00Z"),
          Instant.parse("2026-11-26T01:00:10Z"));

  @Test
  void theFileTellsFiguresInMicrosecondsAndTheVerdictWithItsReasons() throws Exception {
    JsonNode json = new JsonMapper().readTree(report.toJson());
    assertThat(json.at("/response_us/p99").asDouble()).isBetween(4990.0, 5010.0);
    assertThat(json.at("/response_us/count").asInt()).isEqualTo(100);
    assertThat(json.at("/books/planned").asInt()).isEqualTo(100);
    assertThat(json.at("/books/timed_out").asInt(-1)).isZero();
    assertThat(json.at("/warm_up_books/started").asInt()).isEqualTo(10);
    assertThat(json.at("/verdict/valid").asBoolean(true)).isFalse();
    assertThat(json.at("/verdict/reasons/0/rule").asText()).isEqualTo("lag");
    assertThat(json.at("/exchanges/delay_error_p99_us").asDouble()).isEqualTo(50);
    assertThat(json.at("/gc/ms").asInt()).isEqualTo(9);
    assertThat(json.at("/driver_cpu_s").asDouble()).isEqualTo(1.5);
    assertThat(json.has("server_cpu_s")).as("not known").isFalse();
  }

  @Test
  void theLogIsReadByHdrHistogramsReaderUnderTagsOfCellAndKind() {
    HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(report.toLog()));
    Map<String, Histogram> byTag = new HashMap<>();
    while (reader.hasNext()) {
      if (reader.nextIntervalHistogram() instanceof Histogram histogram) {
        byTag.put(histogram.getTag(), histogram);
        assertThat(histogram.getStartTimeStamp()).isEqualTo(report.began().toEpochMilli());
        assertThat(histogram.getEndTimeStamp()).isEqualTo(report.ended().toEpochMilli());
      }
    }
    String cell = "lognormal:p50=5ms;p99=40ms";
    assertThat(byTag)
        .containsOnlyKeys(cell + ":response", cell + ":service", cell + ":lag", cell + ":hiccup");
    assertThat(byTag.get(cell + ":response")).isEqualTo(report.result().measured().response());
  }

  @Test
  void secondaryMetricsAreThoseOfWhatWasMeasured() {
    assertThat(SecondaryMetrics.of(report))
        .containsEntry("offered", new SecondaryMetrics.Figure(200, "ops/s"))
        .containsEntry("valid", new SecondaryMetrics.Figure(0, "runs"))
        .containsKeys("response.p50", "response.p999", "service.p99", "lag.max");
  }

  @Test
  void aTagThatALogCannotHoldIsRefused() {
    assertThatThrownBy(() -> new LatencyLog("a b", 0, 1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cell is 'a b'");
  }

  private static PhaseResult phase(long plans) {
    return new PhaseResult(
        new Books(plans, plans, 0, 0, 0, plans, 0, 0, 0, 0),
        histogram(plans, 5 * MILLI),
        histogram(plans, 4 * MILLI),
        histogram(plans, MILLI / 10),
        plans,
        Map.of());
  }

  private static Histogram histogram(long count, long value) {
    Histogram histogram = new Histogram(7_200_000_000_000L, 3);
    histogram.recordValueWithCount(value, count);
    return histogram;
  }
}
