package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadersCostsTest {

  @TempDir private Path folder = Path.of("");

  /** CPU 6 / 4 = 1.5; threads 12 / 48 = 0.25; allocation was measured of one only. */
  @Test
  void whatBothWereMeasuredOfIsSetAgainstTheNext() throws IOException {
    assertThat(
            costs(
                metrics("\"cpu\": [[6],[6]], \"threads.peak\": [[12],[12]]"),
                metrics(
                    "\"cpu\": [[4],[4]], \"threads.peak\": [[48],[48]],"
                        + " \"gc.alloc.rate.norm\": [[9],[9]]")))
        .isEqualTo(" Price of fast beside slow: × 1.50 CPU, × 0.250 threads at most.");
  }

  @Test
  void withoutSuchMetricsNothingIsSaid() throws IOException {
    assertThat(costs("", "")).isEmpty();
    assertThat(costs(metrics("\"cpu\": [[0],[0]]"), metrics("\"cpu\": [[4],[4]]"))).isEmpty();
  }

  private static String metrics(String raw) {
    String each =
        raw.replaceAll(
            ": (\\[\\[.*?\\]\\])", ": { \"score\": 1, \"scoreUnit\": \"x\", \"rawData\": $1 }");
    return ", \"secondaryMetrics\": { " + each + " }";
  }

  private String costs(String ofFast, String ofSlow) throws IOException {
    String cell =
        """
        { "benchmark": "a.B.%s", "mode": "avgt",
          "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[%d],[%d]] }%s }
        """;
    String cells =
        "["
            + cell.formatted("fast", 1, 1, ofFast)
            + ","
            + cell.formatted("slow", 2, 2, ofSlow)
            + "]";
    Run run = Run.read(Files.writeString(folder.resolve("jmh.json"), cells));
    return LeadersCosts.of(Comparison.of(run).getFirst());
  }
}
