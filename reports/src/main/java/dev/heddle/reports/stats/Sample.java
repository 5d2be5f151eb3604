package dev.heddle.reports.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/** Independent numbers, their mean, and Student's t interval on it. */
final class Sample {

  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  static Sample of(double... values) {
    return new Sample(values);
  }

  int size() {
    return values.length;
  }

  double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** The square of the standard error of the mean: s²/n, with n − 1 degrees of freedom in s². */
  double squaredError() {
    double mean = mean();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return squares / (size() - 1) / size();
  }

  /** The interval mean ± t(n − 1) · s/√n; needs two numbers or more. */
  Interval interval() {
    return around(mean(), squaredError(), size() - 1);
  }

  /**
   * Welch's interval of the difference of two means, this minus the other, with the
   * Welch–Satterthwaite degrees of freedom (B. L. Welch, Biometrika 34, 1947); needs two numbers or
   * more on each side.
   */
  Interval differenceTo(Sample other) {
    double mine = squaredError();
    double theirs = other.squaredError();
    double both = mine + theirs;
    double freedom =
        both * both / (mine * mine / (size() - 1) + theirs * theirs / (other.size() - 1));
    return around(mean() - other.mean(), both, freedom);
  }

  private static Interval around(double mean, double squaredError, double freedom) {
    if (!(squaredError > 0)) {
      return new Interval(mean, mean);
    }
    double t = TDistribution.of(freedom).inverseSurvivalProbability((1 - Level.CONFIDENCE) / 2);
    double half = t * Math.sqrt(squaredError);
    return new Interval(mean - half, mean + half);
  }
}
