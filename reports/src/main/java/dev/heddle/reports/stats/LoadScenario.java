package dev.heddle.reports.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Points that differ in their model and offered rate only.
 *
 * @param params what all share, by name
 * @param points ordered by rate, then by model; never empty
 */
public record LoadScenario(Map<String, String> params, List<LoadPoint> points) {

  public LoadScenario {
    points = List.copyOf(points);
  }

  /** The models, in the order that every chart keeps. */
  public List<String> models() {
    return points.stream()
        .map(LoadPoint::model)
        .distinct()
        .sorted(Comparator.comparingInt(Names::modelOrder))
        .toList();
  }

  /** The offered rates, ascending. */
  public List<Double> rates() {
    return points.stream().map(LoadPoint::rate).distinct().sorted().toList();
  }

  /** The points of one rate, in the order of the models. */
  public List<LoadPoint> at(double rate) {
    return points(point -> point.rate() == rate);
  }

  /** The points of one model, by ascending rate. */
  public List<LoadPoint> of(String model) {
    return points(point -> point.model().equals(model));
  }

  /** The points of one rate that have a valid fork, the least p99 first. */
  public List<LoadPoint> ranking(double rate) {
    return at(rate).stream()
        .filter(LoadPoint::isValid)
        .sorted(Comparator.comparingDouble(point -> point.response().percentile(LoadPoint.P99)))
        .toList();
  }

  /**
   * The rate to compare models at: the highest at which each has a valid fork; where there is none,
   * the highest of those at which most have.
   */
  public double focus() {
    return rates().stream()
        .max(
            Comparator.<Double>comparingInt(rate -> ranking(rate).size())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private List<LoadPoint> points(Predicate<LoadPoint> wanted) {
    return points.stream().filter(wanted).toList();
  }
}
