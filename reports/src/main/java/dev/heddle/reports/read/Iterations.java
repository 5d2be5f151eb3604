package dev.heddle.reports.read;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** One score per measured iteration, in order of execution. */
public final class Iterations implements ForkData {

  private final double[] scores;

  private Iterations(double[] scores) {
    this.scores = scores;
  }

  /** The iterations of one fork; the array is copied. */
  public static Iterations of(double... scores) {
    return new Iterations(scores.clone());
  }

  /** The scores in order of execution. */
  public DoubleStream scores() {
    return Arrays.stream(scores);
  }

  /** How many iterations there are. */
  public int size() {
    return scores.length;
  }

  @Override
  public double mean() {
    return scores().average().orElse(Double.NaN);
  }
}
