package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Chart;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.DotPlot;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.Row;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.stats.Doubt;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Price;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What guarantees cost, as a table, the dearest first. */
final class Prices {

  private static final Set<String> SHOWN_OTHERWISE = Set.of("model", "tier");
  private static final List<String> HEADS =
      List.of(
          "model",
          "benchmark",
          "parameters",
          "contract",
          "idiom",
          "contract ÷ idiom",
          "99 % interval");

  /** A chart of more rows is none that is read; the table has all. */
  private static final int MOST_ROWS = 12;

  private Prices() {}

  /** The table; empty where no contract was measured beside its idiom. */
  static Optional<TableView> of(List<Cell> cells, boolean rounds, ArmStyles styles) {
    List<TableView.Line> lines =
        dearestFirst(cells, rounds).map(price -> line(price, styles)).toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableView("What the guarantee costs, the dearest first", HEADS, lines));
  }

  /** The dearest as a chart; empty where no contract was measured beside its idiom. */
  static Optional<Chart> chart(List<Cell> cells, boolean rounds, String id, ArmStyles styles) {
    List<Row> rows = dearestFirst(cells, rounds).limit(MOST_ROWS).map(price -> row(price)).toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            DotPlot.draw(
                id,
                "What the guarantee costs at most",
                rows,
                new HumanUnit("contract ÷ idiom", 1),
                styles));
  }

  private static Row row(Price price) {
    String model = price.contract().params().getOrDefault("model", "");
    Optional<Interval> interval = price.ratio().interval();
    Doubt doubt = interval.isPresent() ? Doubt.NONE : Doubt.ONE_FORK;
    return new Row(
        model,
        named(price.contract().method(), Names.display(model)),
        new Estimate(price.ratio().value(), interval, doubt, List.of()));
  }

  /** Both must be told apart in little room: the table beside has them whole. */
  private static String named(String method, String model) {
    String first = model.replaceFirst(" (event loop|threads|scope)$", "");
    return method + ", " + first;
  }

  private static Stream<Price> dearestFirst(List<Cell> cells, boolean rounds) {
    return Price.of(cells, rounds).stream()
        .sorted(Comparator.comparingDouble((Price price) -> price.ratio().value()).reversed());
  }

  private static TableView.Line line(Price price, ArmStyles styles) {
    Cell cell = price.contract();
    String model = cell.params().getOrDefault("model", "");
    HumanUnit unit =
        HumanUnit.of(
            ScoreUnit.of(cell.primary().unit(), cell.mode()),
            List.of(price.ofContract().value(), price.ofIdiom().value()));
    return new TableView.Line(
        "m" + styles.colourOf(model),
        Names.display(model),
        List.of(
            cell.method(),
            parameters(cell.params()),
            Digits.of(unit.scale(price.ofContract().value())) + " " + unit.label(),
            Digits.of(unit.scale(price.ofIdiom().value())) + " " + unit.label(),
            Digits.of(price.ratio().value()),
            price
                .ratio()
                .interval()
                .map(interval -> Digits.of(interval, price.ratio().value()))
                .orElse("one fork: no interval")));
  }

  private static String parameters(Map<String, String> params) {
    return params.entrySet().stream()
        .filter(param -> !SHOWN_OTHERWISE.contains(param.getKey()))
        .filter(param -> !param.getValue().equals("DEFAULT"))
        .map(param -> param.getKey() + " " + Names.display(param.getValue()))
        .collect(Collectors.joining(", "));
  }
}
