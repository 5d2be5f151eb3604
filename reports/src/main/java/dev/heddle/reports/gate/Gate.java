package dev.heddle.reports.gate;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.gate.GatedCell.Standing;
import dev.heddle.reports.stats.Effect;
import dev.heddle.reports.stats.Holm;
import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A comparison on which one decision rests.
 *
 * <p>Holm's correction is over all cells that are not INVALID and have an effect: that any cell at
 * all is called different by chance has probability α at most. Passing needs no correction: all
 * cells have to exclude the limit, and a regression in one of them is missed only if that one's
 * interval misses it.
 *
 * @param comparison what was compared
 * @param rules what is refused
 * @param cells as in the comparison, decided together
 */
public record Gate(RunComparison comparison, GateRules rules, List<GatedCell> cells) {

  public Gate {
    cells = List.copyOf(cells);
  }

  /** Decides. */
  public static Gate of(RunComparison comparison, GateRules rules) {
    Iterator<Double> holm = Holm.corrected(tests(comparison)).iterator();
    List<GatedCell> cells = new ArrayList<>();
    for (CellComparison cell : comparison.cells()) {
      cells.add(
          tested(cell)
              .map(p -> GatedCell.tested(cell, p, holm.next(), rules))
              .orElseGet(() -> GatedCell.untested(cell, rules)));
    }
    return new Gate(comparison, rules, cells);
  }

  /**
   * A regression outweighs all else: it was found among results that may be used. Without one, a
   * result that must not be used outweighs those that are open: more forks do not mend it.
   */
  public Decision decision() {
    if (count(Standing.REGRESSION) > 0) {
      return Decision.REGRESSION;
    }
    if (cells.isEmpty() || count(Standing.INVALID) > 0) {
      return Decision.INVALID;
    }
    return count(Standing.OPEN) > 0 ? Decision.INCONCLUSIVE : Decision.PASSED;
  }

  /** How many cells stand so. */
  public long count(Standing standing) {
    return cells.stream().filter(cell -> cell.standing() == standing).count();
  }

  /** How many cells have a verdict. */
  public long count(Verdict verdict) {
    return cells.stream().filter(cell -> cell.verdict() == verdict).count();
  }

  /** What matters first: by standing, then by how much worse a cell is. */
  public List<GatedCell> byImportance() {
    return cells.stream()
        .sorted(
            Comparator.comparing(GatedCell::standing)
                .thenComparing(
                    Comparator.comparingDouble((GatedCell cell) -> cell.comparison().worse())
                        .reversed()))
        .toList();
  }

  /** The cells for which the decision is what it is; all of them if it is passed. */
  public List<GatedCell> deciding() {
    Standing standing =
        switch (decision()) {
          case REGRESSION -> Standing.REGRESSION;
          case INVALID -> Standing.INVALID;
          case INCONCLUSIVE -> Standing.OPEN;
          case PASSED -> Standing.PASSED;
        };
    return byImportance().stream().filter(cell -> cell.standing() == standing).toList();
  }

  private static List<Double> tests(RunComparison comparison) {
    return comparison.cells().stream().flatMap(cell -> tested(cell).stream()).toList();
  }

  private static Optional<Double> tested(CellComparison cell) {
    Rules rules = cell.rules();
    return cell.verdict() == Verdict.INVALID
        ? Optional.empty()
        : cell.effect().map(Effect::p).map(rules::correctedForLooks);
  }
}
