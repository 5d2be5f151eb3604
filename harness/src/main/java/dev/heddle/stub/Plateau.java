package dev.heddle.stub;

import java.util.Arrays;
import java.util.List;

/**
 * When a rate counts as flat: the best of the last {@value #LOOK_BACK} windows exceeds the best of
 * all windows before them by no more than {@value #GAIN_PERCENT} %. The best, not the last, so that
 * a noisy machine's dips neither end the wait early nor prolong it.
 */
final class Plateau {

  static final int LOOK_BACK = 4;
  static final int GAIN_PERCENT = 5;

  private Plateau() {}

  static boolean isFlat(List<Double> rates) {
    int before = rates.size() - LOOK_BACK;
    if (before < 1) {
      return false;
    }
    double earlier = best(rates.subList(0, before));
    return best(rates.subList(before, rates.size())) <= earlier * (1 + GAIN_PERCENT / 100.0);
  }

  private static double best(List<Double> rates) {
    double[] values = rates.stream().mapToDouble(Double::doubleValue).toArray();
    return Arrays.stream(values).max().orElse(0);
  }
}
