package dev.heddle.reports.command;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.html.LoadAnswer;
import dev.heddle.reports.html.LoadContext;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Scenario;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run's scores as lines of text for a terminal. */
final class ShortTable {

  private static final String BOUND = "bound";

  private ShortTable() {}

  /** A block of lines per scenario: its name, then a line per contestant. */
  static List<String> of(Run run) {
    return Stream.concat(
            Comparison.of(run).stream().flatMap(comparison -> block(comparison).stream()),
            LoadContext.of(run).stream().flatMap(load -> block(load).stream()))
        .toList();
  }

  /** Whoever ran the load has seen its table already; what is new is the answer. */
  private static List<String> block(LoadContext load) {
    List<String> lines = new ArrayList<>();
    lines.add(LoadAnswer.TITLE + " (" + params(load.scenario().params()) + ")");
    load.answers().forEach(answer -> lines.add("  " + answer));
    lines.add("");
    return lines;
  }

  private static List<String> block(Comparison comparison) {
    Scenario scenario = comparison.scenario();
    HumanUnit unit =
        HumanUnit.of(
            scenario.unit(),
            comparison.arms().stream().map(result -> result.score().value()).toList());
    List<List<String>> table = new ArrayList<>();
    boolean bounded = comparison.arms().stream().anyMatch(result -> bound(result).isPresent());
    table.add(
        columns(
            List.of(scenario.axis().name(), unit.label(), "99 % interval", "ratio to best"),
            bounded,
            "at least"));
    comparison
        .arms()
        .forEach(
            result ->
                table.add(
                    columns(
                        line(result, unit, ratio(comparison, result)),
                        bounded,
                        bound(result).map(least -> Digits.of(unit.scale(least))).orElse("–"))));
    List<String> lines = new ArrayList<>(List.of(heading(scenario)));
    lines.addAll(aligned(table));
    lines.add("");
    return lines;
  }

  private static List<String> columns(List<String> columns, boolean more, String last) {
    return more ? Stream.concat(columns.stream(), Stream.of(last)).toList() : columns;
  }

  /** What arithmetic says that it takes at least, in seconds an operation, if that is told. */
  private static Optional<Double> bound(ArmResult result) {
    Cell cell = result.arm().cell();
    return Optional.ofNullable(cell.secondary().get(BOUND))
        .map(metric -> ScoreUnit.of(metric.unit(), cell.mode()))
        .filter(
            unit -> unit.quantity() == ScoreUnit.of(cell.primary().unit(), cell.mode()).quantity())
        .flatMap(
            unit ->
                Optional.ofNullable(result.secondary().get(BOUND))
                    .map(estimate -> unit.factor() * estimate.value()));
  }

  private static String heading(Scenario scenario) {
    String params = params(scenario.params());
    return params.isEmpty() ? scenario.title() : scenario.title() + " (" + params + ")";
  }

  private static String params(Map<String, String> params) {
    return params.entrySet().stream()
        .map(param -> param.getKey() + "=" + Names.display(param.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> line(ArmResult result, HumanUnit unit, String ratio) {
    double value = unit.scale(result.score().value());
    Optional<Interval> interval = result.score().interval().map(i -> i.map(unit::scale));
    return List.of(
        result.arm().name(),
        Digits.of(value),
        interval.map(i -> Digits.of(i, value)).orElse(result.score().doubt().words()),
        ratio);
  }

  private static String ratio(Comparison comparison, ArmResult result) {
    boolean best = comparison.isBest(result);
    return best ? "best" : result.toBest().map(ratio -> Digits.of(ratio.value())).orElse("–");
  }

  /** Rows as lines: the first column to the left, all others to the right. */
  static List<String> aligned(List<List<String>> table) {
    int[] widths =
        IntStream.range(0, table.getFirst().size())
            .map(column -> table.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return table.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> padded(row.get(i), widths[i], i == 0))
        .collect(Collectors.joining("  ", "  ", ""));
  }

  private static String padded(String text, int width, boolean left) {
    String fill = " ".repeat(width - text.length());
    return left ? text + fill : fill + text;
  }
}
