package dev.heddle.reports.stats;

import java.util.Arrays;

/** Independent numbers, their mean, and Student's t interval on it. */
final class Sample {

  private final double[] values;

  private Sample(double[] values) {
    this.values = values;
  }

  static Sample of(double... values) {
    return new Sample(values);
  }

  double[] values() {
    return values.clone();
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

  /** The mean with its error, on n − 1 degrees of freedom; needs two numbers or more. */
  MeanError meanError() {
    return new MeanError(mean(), squaredError(), size() - 1);
  }

  /** The interval mean ± t(n − 1) · s/√n; needs two numbers or more. */
  Interval interval() {
    return meanError().interval(1 - Level.CONFIDENCE);
  }

  /** Welch's interval of the difference of two means, this minus the other. */
  Interval differenceTo(Sample other) {
    return differenceFrom(other).interval(1 - Level.CONFIDENCE);
  }

  /**
   * The difference of two means, this minus the other, with the Welch–Satterthwaite degrees of
   * freedom (B. L. Welch, Biometrika 34, 1947); needs two numbers or more on each side.
   */
  MeanError differenceFrom(Sample other) {
    double mine = squaredError();
    double theirs = other.squaredError();
    double both = mine + theirs;
    double freedom =
        both * both / (mine * mine / (size() - 1) + theirs * theirs / (other.size() - 1));
    return new MeanError(mean() - other.mean(), both, freedom);
  }
}
