package dev.heddle.reports.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimated mean, and how sure it is.
 *
 * @param mean the estimate
 * @param squaredError the square of its standard error
 * @param freedom the degrees of freedom of that error, above 0; not a whole number after Welch
 */
public record MeanError(double mean, double squaredError, double freedom) {

  /**
   * Student's interval, mean ± t · standard error.
   *
   * @param alpha how often it may miss, such as 0.01
   */
  public Interval interval(double alpha) {
    if (!(squaredError > 0)) {
      return new Interval(mean, mean);
    }
    double t = TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2);
    double half = t * Math.sqrt(squaredError);
    return new Interval(mean - half, mean + half);
  }

  /**
   * The two-sided p-value of the mean being 0: the least {@code alpha} whose interval excludes 0.
   */
  public double p() {
    if (!(squaredError > 0)) {
      return mean == 0 ? 1 : 0;
    }
    double t = Math.abs(mean) / Math.sqrt(squaredError);
    return Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(t));
  }

  /** The same mean from dependent numbers, which are worth fewer than they are. */
  MeanError widened(double variances) {
    int numbers = (int) Math.round(freedom) + 1;
    double worth = Math.max(numbers / variances, 2);
    return new MeanError(mean, squaredError * variances, worth - 1);
  }
}
