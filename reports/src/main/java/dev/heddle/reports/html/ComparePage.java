package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.chart.ForestPlot;
import dev.heddle.reports.chart.ForkOrderPlot;
import dev.heddle.reports.chart.HumanUnit;
import dev.heddle.reports.chart.SideStyle;
import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.stats.Verdict;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A comparison as one HTML file that loads nothing from anywhere. */
public final class ComparePage {

  /** A forest of more rows is no overview. */
  private static final int MOST_ROWS = 60;

  /** Charts of more cells would make a page of megabytes. */
  private static final int MOST_DETAILS = 100;

  private final RunComparison comparison;
  private final List<CellComparison> ordered;

  private ComparePage(RunComparison comparison) {
    this.comparison = comparison;
    this.ordered = comparison.byImportance();
  }

  /**
   * Writes the page; the writer stays open.
   *
   * @param comparison of one cell or more
   */
  public static void write(RunComparison comparison, Writer writer) {
    Skeleton.render("compare.jte", new ComparePage(comparison).view(), writer);
  }

  private CompareView view() {
    return new CompareView(
        Skeleton.standard(),
        comparison.base(),
        comparison.candidate(),
        CompareWords.counts(comparison),
        remarks(),
        counts(),
        BothEnvironments.of(comparison),
        forest(),
        CompareCells.table(comparison),
        IntStream.range(0, Math.min(MOST_DETAILS, ordered.size())).mapToObj(this::detail).toList(),
        Math.max(0, ordered.size() - MOST_DETAILS),
        alone(),
        CompareMethod.of(comparison));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (comparison.differences().stream().anyMatch(EnvironmentDifference::forbids)) {
      remarks.add(
          comparison.rules().allowEnvironment()
              ? "The environments differ; verdicts are given because that was asked for."
              : "The environments differ in what numbers depend on; see Environments.");
    }
    comparison.runs().stream()
        .flatMap(run -> run.problems().stream())
        .map(problem -> "Left out: " + problem)
        .forEach(remarks::add);
    return remarks;
  }

  private TableView counts() {
    Map<Verdict, Long> counts = comparison.counts();
    List<TableView.Line> lines =
        Verdict.BY_IMPORTANCE.stream()
            .map(
                verdict ->
                    new TableView.Line(
                        ForestPlot.cssClass(verdict),
                        CompareWords.verdict(verdict),
                        List.of(
                            "%,d".formatted(counts.getOrDefault(verdict, 0L)),
                            CompareMethod.meaning(verdict, comparison.rules()))))
            .toList();
    return new TableView("Verdicts", List.of("the candidate is", "cells", "meaning"), lines);
  }

  private FigureView forest() {
    List<ForestPlot.Row> rows = ordered.stream().limit(MOST_ROWS).map(ComparePage::row).toList();
    return new FigureView(
        ForestPlot.draw(
            "f", rows, comparison.rules().band(), Math.max(0, ordered.size() - MOST_ROWS)),
        Optional.empty(),
        "");
  }

  private static ForestPlot.Row row(CellComparison cell) {
    return new ForestPlot.Row(
        cell.label(),
        cell.verdict(),
        cell.effect()
            .map(effect -> OptionalDouble.of(effect.ratio()))
            .orElse(OptionalDouble.empty()),
        cell.interval(),
        cell.base().moreIsBetter());
  }

  private CompareCellView detail(int i) {
    CellComparison cell = ordered.get(i);
    return new CompareCellView(
        CompareWords.label(cell) + ": " + CompareWords.verdict(cell.verdict()),
        cell.notes(),
        Stream.of(forks(cell, "o" + i), Shifts.of(cell, "h" + i))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<FigureView> forks(CellComparison cell, String id) {
    List<Double> base = cell.base().forks();
    List<Double> candidate = cell.candidate().forks();
    boolean comparable =
        cell.base().unit().quantity() == cell.candidate().unit().quantity()
            && !(base.isEmpty() && candidate.isEmpty());
    HumanUnit unit = CompareCells.unit(cell);
    return comparable
        ? Optional.of(
            new FigureView(
                ForkOrderPlot.draw(id, base, candidate, unit),
                Optional.of(forks(base, candidate, unit)),
                ""))
        : Optional.empty();
  }

  private static TableView forks(List<Double> base, List<Double> candidate, HumanUnit unit) {
    List<TableView.Line> lines =
        IntStream.range(0, Math.max(base.size(), candidate.size()))
            .mapToObj(
                i ->
                    new TableView.Line(
                        "",
                        "fork " + (i + 1),
                        List.of(fork(base, i, unit), fork(candidate, i, unit))))
            .toList();
    return new TableView(
        "Each fork in order of execution (" + unit.label() + ")",
        List.of("fork", SideStyle.BASE.words(), SideStyle.CANDIDATE.words()),
        lines);
  }

  private static String fork(List<Double> forks, int i, HumanUnit unit) {
    return i < forks.size() ? Digits.of(unit.scale(forks.get(i))) : "–";
  }

  private Optional<TableView> alone() {
    List<TableView.Line> lines =
        Stream.concat(
                comparison.onlyBase().stream().map(key -> line(key, "base only")),
                comparison.onlyCandidate().stream().map(key -> line(key, "candidate only")))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TableView("Measured on one side only", List.of("cell", "measured in"), lines));
  }

  private static TableView.Line line(CellKey key, String where) {
    return new TableView.Line("", CompareWords.label(key), List.of(where));
  }
}
