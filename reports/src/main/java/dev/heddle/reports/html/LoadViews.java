package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.read.Environment;
import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a load into what the page shows. */
final class LoadViews {

  private static final String REFERENCE =
      "Grey is another runtime, offered the same arrivals and the same delays in the same rounds:"
          + " no ranking and no sentence on the models knows it. Its forks are judged by the"
          + " models' rules, as far as it can tell. Its driver shares the event loop with what it"
          + " measures: where the loop is full it is the driver that comes late, so that such a"
          + " fork is not valid rather than slow. It does not tell the server's CPU or hiccups of"
          + " its own process, and takes the server's lateness over the whole run, warm-up"
          + " included, which is stricter than for the models.";

  private LoadViews() {}

  static LoadView of(
      LoadContext load,
      String id,
      String command,
      Optional<Environment> environment,
      ArmStyles styles) {
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
    boolean hasReference = !load.references().isEmpty();
    if (hasReference) {
      CommonGround.of(environment).ifPresent(tables::add);
    }
    return new LoadView(
        id,
        params,
        load.answers(),
        overRates,
        charts.distribution(focus),
        scenario.rates().stream().filter(rate -> rate != focus).map(charts::distribution).toList(),
        tables,
        hasReference ? REFERENCE : "",
        command);
  }
}
