package dev.heddle.reports.headline;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.html.LoadFigures;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadPoint;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadStanding;
import dev.heddle.reports.stats.Names;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The p99 under a load, at the rate that a report compares models at.
 *
 * @param scenario of two models or more
 * @param bound tells which points come near a ceiling of the machine
 */
record LoadRow(LoadScenario scenario, CeilingBound bound) {

  /** Empty for a load of one model. */
  static Optional<HeadlineRow> of(LoadScenario scenario, CeilingBound bound) {
    return scenario.models().size() < 2
        ? Optional.empty()
        : Optional.of(new LoadRow(scenario, bound).row());
  }

  private HeadlineRow row() {
    double rate = scenario.focus();
    String workload = "p99 at %s/s: %s".formatted(LoadFigures.rate(rate), work(scenario));
    List<LoadPoint> valid = scenario.ranking(rate);
    List<LoadPoint> ranking = valid.stream().filter(point -> !bound.holds(point)).toList();
    List<String> leftOut = leftOut(valid);
    return LoadStanding.of(ranking)
        .map(
            standing ->
                new HeadlineRow(
                    workload,
                    ahead(standing),
                    figure(standing.ahead().getFirst()),
                    HeadlineRow.next(next(standing), leftOut)))
        .orElseGet(() -> HeadlineRow.unranked(workload, leftOut));
  }

  /** What each arrival of a load does, and how it comes. */
  static String work(LoadScenario scenario) {
    return String.join(", ", scenario.params().entrySet().stream().map(Labels::param).toList());
  }

  private List<String> leftOut(List<LoadPoint> valid) {
    List<String> models = valid.stream().map(LoadPoint::model).toList();
    return Stream.concat(
            HeadlineRow.leftOut(
                "ceiling-bound, not ranked", names(valid.stream().filter(bound::holds).toList())),
            HeadlineRow.leftOut(
                "no valid fork",
                scenario.models().stream()
                    .filter(model -> !models.contains(model))
                    .map(Names::display)
                    .toList()))
        .toList();
  }

  private static List<String> names(List<LoadPoint> points) {
    return points.stream().map(LoadFigures::name).toList();
  }

  private static String ahead(LoadStanding standing) {
    List<String> names = names(standing.ahead());
    return standing.isVerdict()
        ? HeadlineRow.ahead(names)
        : "no verdict (%d of %d forks)"
            .formatted(standing.fewestForks(), LoadStanding.ENOUGH_FORKS);
  }

  private static String figure(LoadPoint best) {
    DoubleSummaryStatistics forks = LoadStanding.forks(best);
    String maximum =
        best.response().reachesBeyond(LoadPoint.P99) ? "" : ", the maximum of fewer than 100";
    return "%s ms (forks %s – %s)%s"
        .formatted(
            Digits.of(LoadFigures.p99(best)),
            Digits.of(LoadFigures.MILLIS.scale(forks.getMin())),
            Digits.of(LoadFigures.MILLIS.scale(forks.getMax())),
            maximum);
  }

  private static String next(LoadStanding standing) {
    double best = LoadFigures.p99(standing.ahead().getFirst());
    return standing
        .next()
        .filter(_ -> standing.isVerdict())
        .map(next -> LoadFigures.name(next) + " × " + Digits.of(LoadFigures.p99(next) / best))
        .orElse(HeadlineRow.NONE);
  }
}
