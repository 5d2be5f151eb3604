package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole files as Heddle's own run and a foreign project leave them (made up, not measured). */
class ExamplesTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void aRunOfFiveModelsHasTimeAndThroughputForEachWorkload() throws IOException {
    String page = page("gather");

    assertThat(page.split("<svg", -1)).hasSize(1 + 2 * 2);
    assertThat(page)
        .contains("work no-op", "work fetch", "CompletableFuture", "structured scope")
        .contains("<code>scripts/heddle run --quick --out results</code>")
        .contains("Example CPU @ 2.5 GHz", "cached pool, unbounded")
        .contains("-p model=PLATFORM_THREADS,VIRTUAL_THREADS,COMPLETABLE_FUTURE")
        .contains("-jvmArgs '--enable-preview -Xms1g -Xmx1g'");
  }

  @Test
  void aForeignFileHasLatenciesSecondaryMetricsAndItsOwnCommand() throws IOException {
    String page = page("lookup.json");

    assertThat(page)
        .contains("Latency (ns) at percentiles", "p99.9", "Throughput = 4 threads / time")
        .contains("gc.alloc.rate.norm", "16.0 (16.0 – 16.0) B/op")
        .contains("java -jar benchmarks.jar", "-bm sample -tu ns -t 4", "-p size=1000");
  }

  private static String page(String name) throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(Run.read(RESOURCES.resolve(name))), page);
    return page.toString();
  }
}
