package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.read.Search;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SearchedTest {

  private static final Search.Step KEPT = new Search.Step("explore", 400, true, true, List.of());
  private static final Search.Step MISSED =
      new Search.Step("bisect", 800, false, true, List.of("p99 is 60 ms", "errors are 3 %"));
  private static final Search.Step INVALID =
      new Search.Step("confirm", 600, false, false, List.of("late"));

  @Test
  void theHighestRateComesFirstAndTheOthersAsSharesOfIt() {
    assertThat(answer(found("platform-threads", 300), found("virtual-threads", 400)))
        .isEqualTo(
            "The highest rate that keeps p99=50ms: virtual threads, 400/s. The others: platform"
                + " threads × 0.750, 300/s.");
  }

  @Test
  void ratesWithinThePrecisionAreNotToldApart() {
    assertThat(
            answer(
                found("virtual-threads", 400),
                found("structured-scope", 380),
                found("netty-event-loop", 363)))
        .endsWith(
            " Within the search's 10.0 % of the highest, and not to be told from it: structured"
                + " scope.");
  }

  @Test
  void aModelWithoutARateIsNamed() {
    assertThat(answer(found("virtual-threads", 400), none("netty-event-loop")))
        .isEqualTo(
            "The highest rate that keeps p99=50ms: virtual threads, 400/s. No rate found: Netty"
                + " event loop.");
    assertThat(answer(none("netty-event-loop")))
        .isEqualTo("No rate was found that keeps p99=50ms.");
  }

  @Test
  void aSearchThatWasCutOffSaysHowFarItCame() {
    Search.OfModel kept =
        new Search.OfModel("virtual-threads", false, OptionalDouble.empty(), List.of(KEPT));
    Search.OfModel nothing =
        new Search.OfModel("netty-event-loop", false, OptionalDouble.empty(), List.of(MISSED));

    assertThat(answer(kept, nothing))
        .isEqualTo(
            "No rate was confirmed that keeps p99=50ms. The search did not end for: virtual threads"
                + " (the highest rate kept so far is 400/s, not confirmed), Netty event loop (no"
                + " rate kept so far).");
    assertThat(answer(found("platform-threads", 300), kept))
        .isEqualTo(
            "The highest rate that keeps p99=50ms: platform threads, 300/s. The search did not end"
                + " for: virtual threads (the highest rate kept so far is 400/s, not confirmed).");
    assertThat(answer(none("platform-threads"), kept))
        .startsWith("No rate was confirmed that keeps p99=50ms. No rate found: platform threads.");
    assertThat(searched(kept).tables(new ArmStyles()).getFirst().rows())
        .extracting(TableView.Line::cells)
        .containsExactly(
            List.of("not ended: the highest rate kept so far is 400/s, not confirmed", "1"));
  }

  @Test
  void theTablesTellTheResultAndEveryStep() {
    List<TableView> tables =
        searched(found("virtual-threads", 400), none("netty-event-loop")).tables(new ArmStyles());

    assertThat(tables.get(0).rows())
        .containsExactly(
            new TableView.Line("m1", "virtual threads", List.of("400", "3")),
            new TableView.Line("m4", "Netty event loop", List.of("no rate found", "1")));
    assertThat(tables.get(1).rows())
        .contains(
            new TableView.Line("m1", "virtual threads", List.of("1", "explore", "400", "yes", "")),
            new TableView.Line(
                "m1",
                "virtual threads",
                List.of("2", "bisect", "800", "no", "p99 is 60 ms; errors are 3 %")),
            new TableView.Line(
                "m1",
                "virtual threads",
                List.of("3", "confirm", "600", "no, most forks were not valid", "late")))
        .hasSize(4);
  }

  @Test
  void theChartSaysItsMarksAndTheRates() {
    assertThat(searched(found("virtual-threads", 400)).chart("x", new ArmStyles()))
        .satisfies(
            chart -> {
              assertThat(chart.title())
                  .isEqualTo("Search for the highest rate that keeps p99=50ms");
              assertThat(chart.svg())
                  .contains("virtual threads 400/s: 400/s kept, 800/s not kept, 600/s not kept");
              assertThat(chart.limits())
                  .containsExactly(
                      "Filled: kept. Hollow: not kept.",
                      "Small and hollow: most forks were not valid.",
                      "Ringed with dots: a longer run that did not confirm.");
            });
  }

  private static String answer(Search.OfModel... models) {
    return searched(models).answer();
  }

  private static Searched searched(Search.OfModel... models) {
    return new Searched(new Search("p99=50ms", 0.1, List.of(models)));
  }

  private static Search.OfModel found(String model, double max) {
    return new Search.OfModel(model, true, OptionalDouble.of(max), List.of(KEPT, MISSED, INVALID));
  }

  private static Search.OfModel none(String model) {
    return new Search.OfModel(model, true, OptionalDouble.empty(), List.of(MISSED));
  }
}
