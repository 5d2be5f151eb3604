package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.Names;
import java.util.ArrayList;
import java.util.List;

/** Turns a load into what the page shows. */
final class LoadViews {

  private LoadViews() {}

  static LoadView of(LoadContext load, String id, String command, ArmStyles styles) {
    LoadScenario scenario = load.scenario();
    LoadCharts charts = new LoadCharts(load, id, styles);
    List<Fact> params = new ArrayList<>();
    scenario.params().forEach((name, value) -> params.add(new Fact(name, Names.display(value))));
    double focus = scenario.focus();
    List<Chart> overRates = new ArrayList<>();
    List<TableView> tables = new ArrayList<>();
    load.searched()
        .ifPresent(
            searched -> {
              overRates.add(searched.chart(id + "x", styles));
              tables.addAll(searched.tables(styles));
            });
    overRates.addAll(List.of(charts.latency(), charts.achieved()));
    tables.addAll(new LoadTables(load, styles).all());
    return new LoadView(
        id,
        params,
        load.answers(),
        overRates,
        charts.distribution(focus),
        scenario.rates().stream().filter(rate -> rate != focus).map(charts::distribution).toList(),
        tables,
        command);
  }
}
