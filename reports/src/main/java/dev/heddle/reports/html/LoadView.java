package dev.heddle.reports.html;

import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Environment.Fact;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured under an offered load, as the page shows it.
 *
 * @param id unique in the page, for links
 * @param params what all models share
 * @param answers a few sentences each
 * @param overRates charts over the offered rate
 * @param distribution all percentiles at the rate that the answer is about
 * @param others all percentiles at the other rates; may be empty
 * @param tables the numbers of the charts
 * @param reference what is to be known of other runtimes beside the models; empty if there is none
 * @param command reproduces the run; empty if that is not known
 */
public record LoadView(
    String id,
    List<Fact> params,
    List<String> answers,
    List<Chart> overRates,
    Chart distribution,
    List<Chart> others,
    List<TableView> tables,
    String reference,
    String command) {

  public LoadView {
    params = List.copyOf(params);
    answers = List.copyOf(answers);
    overRates = List.copyOf(overRates);
    others = List.copyOf(others);
    tables = List.copyOf(tables);
  }

  /** The charts that are seen at once. */
  public List<Chart> charts() {
    return Stream.concat(overRates.stream(), Stream.of(distribution)).toList();
  }

  /** Every chart, in the page's order. */
  List<Chart> allCharts() {
    return Stream.concat(charts().stream(), others.stream()).toList();
  }
}
