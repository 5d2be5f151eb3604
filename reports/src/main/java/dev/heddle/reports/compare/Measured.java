package dev.heddle.reports.compare;

import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.List;
import java.util.Optional;

/**
 * One side's numbers of one metric of one cell.
 *
 * @param key what was measured
 * @param unit of the forks' numbers, which are in its base unit
 * @param forks one number a fork, in order of execution
 * @param jmh JMH's own score and error in the base unit, where the file has them
 * @param latencies a histogram a fork in seconds, where operations were sampled; else empty
 * @param setup how it was measured, in words; sides that differ in it are not comparable
 * @param broken why the numbers must not be used, as a clause; empty if they may be
 */
public record Measured(
    CellKey key,
    ScoreUnit unit,
    List<Double> forks,
    Optional<JmhScore> jmh,
    List<Histogram> latencies,
    String setup,
    Optional<String> broken) {

  /**
   * What JMH prints: the mean over all iterations, and the half width of its 99.9 % interval.
   *
   * @param score in the base unit
   * @param error in the base unit; NaN where there is none
   */
  public record JmhScore(double score, double error) {}

  public Measured {
    forks = List.copyOf(forks);
    latencies = List.copyOf(latencies);
  }

  /** The same numbers, which must not be used. */
  Measured broken(String reason) {
    return new Measured(key, unit, forks, jmh, latencies, setup, Optional.of(reason));
  }

  /** Whether the greater of two numbers is the better one. */
  public boolean moreIsBetter() {
    return unit.quantity().moreIsBetter();
  }
}
