package dev.heddle.reports.gate;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.Judgement;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One cell as the gate sees it.
 *
 * @param comparison the cell by itself
 * @param judgement its verdict once all cells are decided together, and why
 * @param p of there being no effect, corrected for looks; empty where there is no effect to test
 * @param holm the same, corrected for the number of cells as well
 * @param standing what it means for the gate
 */
public record GatedCell(
    CellComparison comparison,
    Judgement judgement,
    OptionalDouble p,
    OptionalDouble holm,
    Standing standing) {

  /** What a cell means for the gate, what matters most first. */
  public enum Standing {
    /** Slower by more than the limit. */
    REGRESSION,
    /** Must not be used. */
    INVALID,
    /** A regression beyond the limit is not excluded. */
    OPEN,
    /** A regression beyond the limit is excluded. */
    PASSED
  }

  /** A cell with p-values. */
  static GatedCell tested(CellComparison cell, double p, double holm, GateRules gate) {
    Judgement judgement = withdrawn(cell, holm).orElse(cell.judgement());
    return new GatedCell(
        cell,
        judgement,
        OptionalDouble.of(p),
        OptionalDouble.of(holm),
        standing(cell, judgement, gate));
  }

  /** A cell of which nothing can be tested. */
  static GatedCell untested(CellComparison cell, GateRules gate) {
    return new GatedCell(
        cell,
        cell.judgement(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        standing(cell, cell.judgement(), gate));
  }

  /** The verdict once all cells are decided together. */
  public Verdict verdict() {
    return judgement.verdict();
  }

  /** Among as many cells, such a difference comes by chance too often to be called one. */
  private static Optional<Judgement> withdrawn(CellComparison cell, double holm) {
    boolean differs = cell.verdict() == Verdict.SLOWER || cell.verdict() == Verdict.FASTER;
    if (!differs || holm <= cell.rules().alpha()) {
      return Optional.empty();
    }
    return Optional.of(
        new Judgement(
            Verdict.INCONCLUSIVE,
            String.format(
                Locale.ROOT,
                "%s by itself, but not among all cells (Holm's p = %.3g)",
                cell.verdict(),
                holm)));
  }

  private static Standing standing(CellComparison cell, Judgement judgement, GateRules gate) {
    if (judgement.verdict() == Verdict.INVALID) {
      return Standing.INVALID;
    }
    Optional<Interval> worse = cell.worseInterval();
    double size = gate.strict() ? worse.map(Interval::low).orElse(0.0) : cell.worse();
    if (judgement.verdict() == Verdict.SLOWER && size > gate.maxRegression()) {
      return Standing.REGRESSION;
    }
    boolean excluded = worse.filter(known -> known.high() <= gate.maxRegression()).isPresent();
    return excluded ? Standing.PASSED : Standing.OPEN;
  }
}
