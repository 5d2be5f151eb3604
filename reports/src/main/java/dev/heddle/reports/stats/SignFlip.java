package dev.heddle.reports.stats;

import java.util.SplittableRandom;

/**
 * The sign-flip test (R. A. Fisher, The Design of Experiments, 1935, section 21): if neither side
 * is faster, each block's log ratio could as well have had the other sign. It assumes nothing of
 * how they spread but symmetry, and so checks the t interval.
 */
final class SignFlip {

  /** With 8 blocks the smallest p-value is 2 / 256; with fewer it can hardly say anything. */
  static final int FEWEST = 8;

  /** Up to here every pattern of signs is tried; beyond, a seeded sample of them. */
  private static final int MOST_EXACT = 16;

  private static final int DRAWN = 50_000;
  private static final double ROUNDING = 1e-12;

  private final double[] values;
  private final double observed;

  private SignFlip(double[] values) {
    this.values = values;
    double sum = 0;
    double size = 0;
    for (double value : values) {
      sum += value;
      size += Math.abs(value);
    }
    this.observed = Math.abs(sum) - ROUNDING * size;
  }

  /** The two-sided p-value: the share of sign patterns whose sum lies as far from 0, or further. */
  static double p(Sample sample) {
    SignFlip test = new SignFlip(sample.values());
    return sample.size() <= MOST_EXACT ? test.exact() : test.drawn();
  }

  private double exact() {
    long patterns = 1L << values.length;
    long asFar = 0;
    for (long pattern = 0; pattern < patterns; pattern++) {
      asFar += isAsFar(pattern) ? 1 : 0;
    }
    return (double) asFar / patterns;
  }

  /** The observed pattern counts as one of the drawn, so that no p-value is 0. */
  private double drawn() {
    SplittableRandom random = new SplittableRandom(values.length);
    long asFar = 1;
    for (int i = 0; i < DRAWN; i++) {
      asFar += isAsFar(random) ? 1 : 0;
    }
    return asFar / (DRAWN + 1.0);
  }

  private boolean isAsFar(SplittableRandom random) {
    double sum = 0;
    for (double value : values) {
      sum += random.nextBoolean() ? value : -value;
    }
    return Math.abs(sum) >= observed;
  }

  private boolean isAsFar(long pattern) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += (pattern >> i & 1) == 0 ? values[i] : -values[i];
    }
    return Math.abs(sum) >= observed;
  }
}
