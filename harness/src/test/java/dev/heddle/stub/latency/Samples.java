package dev.heddle.stub.latency;

import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** Draws by the hundred thousand, and what is asked of them. */
final class Samples {

  static final int SIZE = 100_000;

  /** A test with fixed seeds passes always or never; this is how unlikely a seed may be. */
  static final double LEAST_P = 0.001;

  /** Beyond this, so many independent pairs are correlated by chance once in 16,000 times. */
  static final double MOST_CORRELATION = 4 / Math.sqrt(SIZE);

  private Samples() {}

  /** What keys 0, 1, … give. */
  static double[] of(LongToDoubleFunction draw) {
    return LongStream.range(0, SIZE).mapToDouble(draw).toArray();
  }

  static double[] of(LatencyDistribution distribution, long seed) {
    return of(key -> distribution.nanos(Draw.uniform(seed, key)));
  }

  /** How likely a sample as far from the distribution as this one is (Kolmogorov and Smirnov). */
  static double fit(double[] sample, DoubleUnaryOperator cdf) {
    return KolmogorovSmirnovTest.withDefaults().test(sample, cdf).getPValue();
  }

  /** Of the numbers with their successors. */
  static double lagOneCorrelation(double[] sample) {
    double[] next = new double[sample.length];
    System.arraycopy(sample, 1, next, 0, sample.length - 1);
    next[sample.length - 1] = sample[0];
    return correlation(sample, next);
  }

  /** Pearson's. */
  static double correlation(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
