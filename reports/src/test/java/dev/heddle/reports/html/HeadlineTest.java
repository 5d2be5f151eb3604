package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {

  @TempDir private Path folder = Path.of("");
  private final List<String> cells = new ArrayList<>();

  @Test
  void countsWhoLeadsWhereNobodyDoesAndWhereThereIsOneFork() throws IOException {
    scenario("[[1],[1]]", "[[2],[2]]");
    scenario("[[1],[1]]", "[[2],[2]]");
    scenario("[[3],[3]]", "[[2],[2]]");
    scenario("[[1],[2]]", "[[1.1],[1.9]]");
    scenario("[[1]]", "[[2]]");
    scenario("[[100],[100]]", "[[101],[101]]");

    assertThat(headline())
        .isEqualTo(
            "Leaders of 6 scenarios: virtual threads in 2, Netty event loop in 1."
                + " In 1 the best are the same within ± 3 %."
                + " In 1 the best cannot be told apart."
                + " In 1 one fork a cell says nothing of how sure an order is.");
  }

  @Test
  void oneWhoLeadsEverywhereIsSaidToDoSo() throws IOException {
    scenario("[[1],[1]]", "[[2],[2]]");
    scenario("[[1],[1]]", "[[4],[4]]");

    assertThat(headline()).isEqualTo("Leaders of 2 scenarios: virtual threads in all 2.");
  }

  @Test
  void whereNobodyLeadsOnlyThatIsSaid() throws IOException {
    scenario("[[100],[100]]", "[[101],[101]]");
    scenario("[[100],[100]]", "[[101],[101]]");

    assertThat(headline()).isEqualTo("In all 2 the best are the same within ± 3 %.");
  }

  @Test
  void oneScenarioNeedsNone() throws IOException {
    scenario("[[1],[1]]", "[[2],[2]]");

    assertThat(headline()).isEmpty();
  }

  private void scenario(String virtual, String netty) {
    int number = cells.size();
    cells.add(cell(number, "VIRTUAL_THREADS", virtual));
    cells.add(cell(number, "NETTY_EVENT_LOOP", netty));
  }

  private static String cell(int scenario, String model, String rawData) {
    return """
    { "benchmark": "a.B.m%d", "mode": "avgt", "params": { "model": "%s" },
      "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": %s } }
    """
        .formatted(scenario, model, rawData);
  }

  private String headline() throws IOException {
    Path file = Files.writeString(folder.resolve("jmh.json"), "[" + String.join(",", cells) + "]");
    return Headline.of(Comparison.of(Run.read(file)));
  }
}
