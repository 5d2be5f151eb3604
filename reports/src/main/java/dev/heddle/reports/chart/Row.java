package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Estimate;

/**
 * One contestant of a chart.
 *
 * @param key gives it its colour and mark
 * @param name stands beside it
 * @param estimate what is drawn, in the quantity's base unit
 * @param isReference whether it is no contestant: another runtime, drawn in a neutral colour
 */
public record Row(String key, String name, Estimate estimate, boolean isReference) {

  /** A contestant. */
  public Row(String key, String name, Estimate estimate) {
    this(key, name, estimate, false);
  }

  /** A reference beside the contestants. */
  public static Row reference(String name, Estimate estimate) {
    return new Row("", name, estimate, true);
  }
}
