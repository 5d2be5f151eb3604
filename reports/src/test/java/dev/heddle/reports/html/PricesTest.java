package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theDearestGuaranteeComesFirst() throws IOException {
    Run run = run("NETTY_EVENT_LOOP", "VIRTUAL_THREADS");

    assertThat(Prices.of(run.comparable(), true, new ArmStyles()).orElseThrow().rows())
        .containsExactly(
            new TableView.Line(
                "m1",
                "virtual threads",
                List.of("c", "work no-op", "3.00 µs", "1.00 µs", "3.00", "3.00 – 3.00")),
            new TableView.Line(
                "m4",
                "Netty event loop",
                List.of("c", "work no-op", "1.50 µs", "1.00 µs", "1.50", "1.50 – 1.50")));
  }

  @Test
  void thePageTellsThemAboveTheScenarios() throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(run("NETTY_EVENT_LOOP", "VIRTUAL_THREADS")), page);

    assertThat(page.toString())
        .containsSubsequence("<h3>What the guarantee costs</h3>", "3.00 µs", "<article id=\"s1\"");
  }

  @Test
  void aRunOfOneTierHasNone() throws IOException {
    Run run = Run.read(Path.of("src/test/resources/gather"));

    assertThat(Prices.of(run.comparable(), true, new ArmStyles())).isEmpty();
  }

  private Run run(String cheap, String dear) throws IOException {
    Path file = folder.resolve("jmh.json");
    Files.writeString(
        file,
        "[%s, %s, %s, %s]"
            .formatted(
                cell(cheap, "CONTRACT", 1.5),
                cell(cheap, "IDIOM", 1),
                cell(dear, "CONTRACT", 3),
                cell(dear, "IDIOM", 1)));
    return Run.read(file);
  }

  private static String cell(String model, String tier, double score) {
    return """
    {"benchmark": "a.B.c", "mode": "avgt", "threads": 1, "forks": 2,
     "params": {"model": "%s", "tier": "%s", "transport": "DEFAULT", "work": "NO_OP"},
     "primaryMetric": {"score": %s, "scoreError": 0, "scoreUnit": "us/op",
       "rawData": [[%s], [%s]]}, "secondaryMetrics": {}}
    """
        .formatted(model, tier, score, score, score);
  }
}
