package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.Names;
import java.util.ArrayList;
import java.util.List;

/** Turns a load into what the page shows. */
final class LoadViews {

  private LoadViews() {}

  static LoadView of(LoadScenario scenario, String id, String command, ArmStyles styles) {
    LoadCharts charts = new LoadCharts(scenario, id, styles);
    List<Fact> params = new ArrayList<>();
    scenario.params().forEach((name, value) -> params.add(new Fact(name, Names.display(value))));
    double focus = scenario.focus();
    return new LoadView(
        id,
        params,
        LoadAnswer.of(scenario),
        List.of(charts.latency(), charts.achieved()),
        charts.distribution(focus),
        scenario.rates().stream().filter(rate -> rate != focus).map(charts::distribution).toList(),
        new LoadTables(scenario, styles).all(),
        command);
  }
}
