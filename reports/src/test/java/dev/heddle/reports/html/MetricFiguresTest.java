package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricFiguresTest {

  private static final String CELL =
      """
      { "benchmark": "a.B.%s", "mode": "avgt",
        "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[1],[1]] },
        "secondaryMetrics": { %s } }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatAFailureCostsAndLeavesBehindIsDrawnInTheOrderOfTheStory() throws IOException {
    List<Chart> charts =
        charts(
            metric("orphans", "/op", 60),
            metric("stopped·p0.99", "us/op", 9_000),
            metric("told·p0.50", "us/op", 2_000),
            metric("told·p0.00", "us/op", 1_000),
            metric("somebody's own", "x", 1));

    assertThat(charts)
        .extracting(Chart::title)
        .containsExactly(
            "Until the caller is told of the failure, p50 (µs/op)",
            "Until the last child has stopped, p99 (µs/op)",
            "Children still at work when the caller goes on (/op)");
    assertThat(charts.getFirst().svg()).contains("one 2,000 µs/op; other 2,000 µs/op");
  }

  @Test
  void whatTasksInFlightHoldIsDrawn() throws IOException {
    assertThat(charts(metric("heap", "B/task", 360), metric("rss", "B/task", 20)))
        .extracting(Chart::title)
        .containsExactly(
            "Heap of a task in flight (B/task)",
            "Memory of a task in flight, outside the heap (B/task)");
  }

  private static String metric(String name, String unit, double score) {
    return "\"%s\": { \"score\": %s, \"scoreUnit\": \"%s\", \"rawData\": [[%s],[%s]] }"
        .formatted(name, score, unit, score, score);
  }

  private List<Chart> charts(String... metrics) throws IOException {
    String all = String.join(",", metrics);
    String cells = "[%s,%s]".formatted(CELL.formatted("one", all), CELL.formatted("other", all));
    Run run = Run.read(Files.writeString(folder.resolve("jmh.json"), cells));
    return new MetricFigures(Comparison.of(run).getFirst(), "id", new ArmStyles()).all();
  }
}
