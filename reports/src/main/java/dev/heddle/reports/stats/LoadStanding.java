package dev.heddle.reports.stats;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who has the least p99 at one offered rate, by the forks' own.
 *
 * @param ahead the one with the least, and all whose forks overlap with its; least first, never
 *     empty
 * @param next the least of those that lie above all its forks; empty if none does
 * @param fewestForks how many valid forks the model with the fewest has
 */
public record LoadStanding(List<LoadPoint> ahead, Optional<LoadPoint> next, int fewestForks) {

  /**
   * The forks a model needs for a verdict: if each of 5 lies below each of 5 others, chance has
   * done that in less than one of a hundred cases (2 of the 252 orders).
   */
  public static final int ENOUGH_FORKS = 5;

  public LoadStanding {
    ahead = List.copyOf(ahead);
  }

  /** Of points at one rate, the least p99 first; empty with fewer than two. */
  public static Optional<LoadStanding> of(List<LoadPoint> ranking) {
    if (ranking.size() < 2) {
      return Optional.empty();
    }
    LoadPoint best = ranking.getFirst();
    double worst = forks(best).getMax();
    List<LoadPoint> others = ranking.subList(1, ranking.size());
    Stream<LoadPoint> overlapping = others.stream().filter(point -> forks(point).getMin() <= worst);
    return Optional.of(
        new LoadStanding(
            Stream.concat(Stream.of(best), overlapping).toList(),
            others.stream().filter(point -> forks(point).getMin() > worst).findFirst(),
            ranking.stream().mapToInt(point -> point.validForks().size()).min().orElse(0)));
  }

  /** Whether the forks are enough to say who is ahead. */
  public boolean isVerdict() {
    return fewestForks >= ENOUGH_FORKS;
  }

  /** From the least to the largest p99 of a point's forks, in seconds. */
  public static DoubleSummaryStatistics forks(LoadPoint point) {
    return point.ofForks(LoadPoint.P99).stream()
        .mapToDouble(Double::doubleValue)
        .summaryStatistics();
  }
}
