package dev.heddle.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two builds that are the same may seem apart on this machine. Forks that follow each other
 * make a pair; the log of a pair's ratio would be 0 on a machine that is always the same. The floor
 * is half the width of Student's t interval (level 99 %) on the mean of as many such logs as there
 * were pairs, as a share: a comparison of that many blocks that finds less has found the machine.
 */
final class NoiseFloor {

  /** Two would do for a spread, but the interval on it would be as wide as the sky. */
  static final int FEWEST_PAIRS = 3;

  private static final double UPPER = 0.995;

  private NoiseFloor() {}

  /**
   * The floor, as a share: 0.03 is 3 %.
   *
   * @param scores of the forks in the order in which they ran: positive, an even number of them, 6
   *     or more
   */
  static double of(List<Double> scores) {
    if (scores.size() % 2 != 0 || scores.size() < 2 * FEWEST_PAIRS) {
      throw new IllegalArgumentException(
          "%d forks; allowed: an even number, %d or more"
              .formatted(scores.size(), 2 * FEWEST_PAIRS));
    }
    List<Double> logs = new ArrayList<>();
    for (int i = 0; i < scores.size(); i += 2) {
      logs.add(Math.log(scores.get(i + 1) / scores.get(i)));
    }
    double deviation =
        StandardDeviation.of(logs.stream().mapToDouble(Double::doubleValue).toArray())
            .getAsDouble();
    int pairs = logs.size();
    double quantile = TDistribution.of(pairs - 1).inverseCumulativeProbability(UPPER);
    return Math.expm1(quantile * deviation / Math.sqrt(pairs));
  }
}
