package dev.heddle.reports.stats;

import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Iterations;
import dev.heddle.reports.read.Metric;
import java.util.List;

/**
 * Whether a cell was still warming up: the later half of each fork's iterations against the
 * earlier.
 */
final class WarmUp {

  private static final int LEAST_FORKS = 3;
  private static final int LEAST_ITERATIONS = 4;

  private WarmUp() {}

  /**
   * Whether the halves differ: over the forks, the t interval of the log ratio of late to early
   * excludes 0 and its mean exceeds {@link Level#SMALLEST_EFFECT}. With fewer than three forks or
   * four iterations nothing is said.
   */
  static boolean goesOn(Metric metric) {
    double[] shifts =
        metric.forks().stream().filter(WarmUp::isLongEnough).mapToDouble(WarmUp::shift).toArray();
    if (shifts.length < LEAST_FORKS || shifts.length < metric.forks().size()) {
      return false;
    }
    Sample sample = Sample.of(shifts);
    boolean matters = Math.abs(sample.mean()) > Math.log1p(Level.SMALLEST_EFFECT);
    return matters && !sample.interval().contains(0);
  }

  private static boolean isLongEnough(ForkData fork) {
    return fork instanceof Iterations iterations && iterations.size() >= LEAST_ITERATIONS;
  }

  /** The log of late mean over early mean; the middle of an odd number belongs to neither. */
  private static double shift(ForkData fork) {
    List<Double> scores = ((Iterations) fork).scores().boxed().toList();
    int half = scores.size() / 2;
    double early = mean(scores.subList(0, half));
    double late = mean(scores.subList(scores.size() - half, scores.size()));
    return Math.log(late / early);
  }

  private static double mean(List<Double> scores) {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
