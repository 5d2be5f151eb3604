package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.ForestPlot;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.stats.Effect;
import dev.heddle.reports.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The numbers of compared cells as text. */
public final class CompareCells {

  private static final String NONE = "–";
  private static final double TINY = 0.0001;

  private CompareCells() {}

  /** The ratio of candidate to base. */
  public static String ratio(CellComparison cell) {
    return cell.effect().map(effect -> Digits.ofRatio(effect.ratio())).orElse(NONE);
  }

  /** Its interval. */
  public static String interval(CellComparison cell) {
    return cell.effect()
        .flatMap(effect -> cell.interval().map(i -> Digits.ofRatio(i, effect.ratio())))
        .orElse(NONE);
  }

  /** How many forks each side has. */
  public static String forks(CellComparison cell) {
    return "%d / %d".formatted(cell.base().forks().size(), cell.candidate().forks().size());
  }

  /** The table of all cells, what matters first. */
  static TableView table(RunComparison comparison) {
    List<String> heads =
        List.of(
            "cell",
            "verdict",
            "base",
            "candidate",
            "candidate ÷ base",
            CompareWords.confidence(comparison.rules()) + " interval",
            "p, for all looks",
            "p, sign flips",
            "lag-1 correlation",
            "forks",
            "JMH's base ± error",
            "JMH's candidate ± error",
            "JMH's error bars",
            "notes");
    return new TableView(
        "All cells, what matters most first",
        heads,
        comparison.byImportance().stream()
            .map(
                cell ->
                    new TableView.Line(
                        ForestPlot.cssClass(cell.verdict()), CompareWords.label(cell), texts(cell)))
            .toList());
  }

  /** The unit in which both sides of a cell are shown. */
  static HumanUnit unit(CellComparison cell) {
    return HumanUnit.of(
        cell.base().unit(),
        Stream.concat(cell.base().forks().stream(), cell.candidate().forks().stream()).toList());
  }

  private static List<String> texts(CellComparison cell) {
    Optional<Effect> effect = cell.effect();
    return List.of(
        CompareWords.verdict(cell.verdict()),
        value(cell.base()),
        value(cell.candidate()),
        ratio(cell),
        interval(cell),
        effect.map(e -> p(cell.rules().correctedForLooks(e.p()))).orElse(NONE),
        signFlip(effect),
        effect
            .filter(e -> e.dependence().isTold())
            .map(e -> Digits.of(e.dependence().lagOne()))
            .orElse(NONE),
        forks(cell),
        jmh(cell.base()),
        jmh(cell.candidate()),
        errorBars(cell),
        String.join("; ", cell.notes()));
  }

  /** Asked for once: the test takes milliseconds, and a page may hold a thousand cells. */
  private static String signFlip(Optional<Effect> effect) {
    OptionalDouble p = effect.map(Effect::signFlip).orElse(OptionalDouble.empty());
    return p.isPresent() ? p(p.getAsDouble()) : NONE;
  }

  private static String value(Measured side) {
    Estimate estimate = Estimate.ofForks(side.forks());
    return side.forks().isEmpty() ? NONE : inUnit(estimate.value(), side);
  }

  private static String inUnit(double value, Measured side) {
    HumanUnit unit = HumanUnit.of(side.unit(), List.of(value));
    return Digits.of(unit.scale(value)) + " " + unit.label();
  }

  private static String jmh(Measured side) {
    return side.jmh()
        .filter(known -> Double.isFinite(known.score()))
        .map(known -> jmh(known, HumanUnit.of(side.unit(), List.of(known.score()))))
        .orElse(NONE);
  }

  private static String jmh(Measured.JmhScore known, HumanUnit unit) {
    String error = Double.isNaN(known.error()) ? "" : " ± " + Digits.of(unit.scale(known.error()));
    return "%s%s %s".formatted(Digits.of(unit.scale(known.score())), error, unit.label());
  }

  /** What comparing JMH's own error bars would have said. */
  static String errorBars(CellComparison cell) {
    if (cell.base().unit().quantity() != cell.candidate().unit().quantity()) {
      return NONE;
    }
    return cell.base()
        .jmh()
        .flatMap(base -> cell.candidate().jmh().flatMap(other -> errorBars(base, other)))
        .orElse(NONE);
  }

  private static Optional<String> errorBars(Measured.JmhScore base, Measured.JmhScore other) {
    double apart = Math.abs(base.score() - other.score());
    double reach = base.error() + other.error();
    return Double.isFinite(apart) && Double.isFinite(reach)
        ? Optional.of(apart <= reach ? "overlap" : "do not overlap")
        : Optional.empty();
  }

  private static String p(double p) {
    return p < TINY ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }
}
