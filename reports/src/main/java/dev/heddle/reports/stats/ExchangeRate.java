package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import java.util.OptionalDouble;

/** How many exchanges a second Heddle's closed-loop benchmarks make. */
final class ExchangeRate {

  private static final String WORK = "work";
  private static final String FETCH = "FETCH";
  private static final String FAN_OUT = "fanOut";

  private ExchangeRate() {}

  /**
   * By a cell's parameters: an operation fetches {@code fanOut} times. Empty where the cell fetches
   * nothing, or its score is no time or rate.
   *
   * @param score in the unit's base
   */
  static OptionalDouble of(Cell cell, Estimate score, ScoreUnit unit) {
    String fanOut = cell.params().getOrDefault(FAN_OUT, "");
    if (!cell.params().getOrDefault(WORK, "").startsWith(FETCH)
        || !fanOut.matches("[0-9]{1,9}")
        || !score.isRankable()) {
      return OptionalDouble.empty();
    }
    double fetches = Integer.parseInt(fanOut);
    return switch (unit.quantity()) {
      case TIME_PER_OPERATION -> OptionalDouble.of(fetches / score.value());
      case THROUGHPUT -> OptionalDouble.of(fetches * score.value());
      case OTHER_RATE, OTHER_COST -> OptionalDouble.empty();
    };
  }
}
