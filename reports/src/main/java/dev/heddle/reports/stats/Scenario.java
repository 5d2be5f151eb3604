package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Mode;
import java.util.List;
import java.util.Map;

/**
 * Cells that differ in one respect only and so may be set side by side.
 *
 * @param title class and method without their package, or the class where methods are compared
 * @param params what all contestants share, by name
 * @param axis what tells the contestants apart
 * @param unit the unit of the score; its factor is 1
 * @param arms the contestants, never empty
 */
public record Scenario(
    String title, Map<String, String> params, Axis axis, ScoreUnit unit, List<Arm> arms) {

  public Scenario {
    arms = List.copyOf(arms);
  }

  /** JMH's mode, the same for all contestants. */
  public Mode mode() {
    return anyCell().mode();
  }

  /** JMH's worker threads, the same for all contestants. */
  public int threads() {
    return anyCell().schedule().threads();
  }

  private Cell anyCell() {
    return arms.getFirst().cell();
  }
}
