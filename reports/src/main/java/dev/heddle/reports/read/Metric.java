package dev.heddle.reports.read;

import java.util.List;
import java.util.NavigableMap;

/**
 * One measured quantity of a cell.
 *
 * @param score JMH's score in {@code unit}; NaN where the file says so
 * @param error JMH's half width of its 99.9 % interval in {@code unit}; NaN where it has none
 * @param unit the unit as the file writes it, such as {@code us/op}
 * @param percentiles JMH's own percentiles in {@code unit}, by percent from 0 to 100
 * @param forks the raw data, one element per fork; empty when the file carries none
 */
public record Metric(
    double score,
    double error,
    String unit,
    NavigableMap<Double, Double> percentiles,
    List<ForkData> forks) {

  public Metric {
    forks = List.copyOf(forks);
  }
}
