package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Price;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  private Prices() {}

  /** The table; empty where no contract was measured beside its idiom. */
  static Optional<TableView> of(List<Cell> cells, boolean rounds, ArmStyles styles) {
    List<TableView.Line> lines =
        Price.of(cells, rounds).stream()
            .sorted(Comparator.comparingDouble((Price price) -> price.ratio().value()).reversed())
            .map(price -> line(price, styles))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableView("What the guarantee costs, the dearest first", HEADS, lines));
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
