package dev.heddle.reports.stats;

import java.util.List;
import java.util.Optional;

/**
 * One estimate divided by another.
 *
 * @param value the ratio of the geometric means
 * @param interval around it; absent where either side has fewer than two forks
 * @param design how the forks were compared
 */
public record Ratio(double value, Optional<Interval> interval, Design design) {

  private static final Interval NO_EFFECT_THAT_MATTERS =
      new Interval(1 / (1 + Level.SMALLEST_EFFECT), 1 + Level.SMALLEST_EFFECT);

  /** How the forks of two cells are set against each other. */
  public enum Design {
    /** Fork i of both ran in round i: the mean of the log ratios, with its t interval. */
    BLOCKS,
    /** The forks are independent samples: Welch's interval on the logarithms. */
    INDEPENDENT
  }

  /**
   * The ratio of two rankable estimates.
   *
   * @param rounds whether forks of the same number ran in the same round
   */
  public static Ratio of(Estimate numerator, Estimate denominator, boolean rounds) {
    double value = numerator.value() / denominator.value();
    List<Double> above = numerator.forks();
    List<Double> below = denominator.forks();
    boolean blocks = rounds && above.size() == below.size();
    Design design = blocks ? Design.BLOCKS : Design.INDEPENDENT;
    if (above.size() < 2 || below.size() < 2) {
      return new Ratio(value, Optional.empty(), design);
    }
    Sample mine = Estimate.logs(above);
    Sample theirs = Estimate.logs(below);
    Interval logs = blocks ? logRatios(above, below).interval() : mine.differenceTo(theirs);
    return new Ratio(value, Optional.of(logs.map(Math::exp)), design);
  }

  /** What may be said: is the numerator different from the denominator, and by how much. */
  public Difference difference() {
    return interval.map(Ratio::judge).orElse(Difference.NO_INTERVAL);
  }

  private static Difference judge(Interval interval) {
    if (interval.within(NO_EFFECT_THAT_MATTERS)) {
      return Difference.SAME;
    }
    return interval.contains(1) ? Difference.INCONCLUSIVE : Difference.DIFFERENT;
  }

  private static Sample logRatios(List<Double> above, List<Double> below) {
    double[] logs = new double[above.size()];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(above.get(i) / below.get(i));
    }
    return Sample.of(logs);
  }
}
