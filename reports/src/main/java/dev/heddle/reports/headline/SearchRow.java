package dev.heddle.reports.headline;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.html.LoadFigures;
import dev.heddle.reports.read.Search;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.SearchStanding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The highest rate that keeps an objective.
 *
 * @param search of two models or more
 * @param scenario what it tried
 * @param bound tells which rates come near a ceiling of the machine
 */
record SearchRow(Search search, LoadScenario scenario, CeilingBound bound) {

  HeadlineRow row() {
    String workload =
        "highest rate with %s: %s".formatted(search.objective(), LoadRow.work(scenario));
    Search ranked =
        new Search(
            search.objective(),
            search.precision(),
            search.models().stream().filter(model -> !isBound(model)).toList());
    return SearchStanding.of(ranked)
        .map(
            standing ->
                new HeadlineRow(
                    workload,
                    ahead(standing),
                    figure(standing.best()),
                    HeadlineRow.next(next(standing), leftOut())))
        .orElseGet(() -> HeadlineRow.unranked(workload, leftOut()));
  }

  private String ahead(SearchStanding standing) {
    boolean ended = search.models().stream().allMatch(Search.OfModel::ended);
    String names = HeadlineRow.ahead(standing.ahead().stream().map(SearchRow::name).toList());
    return ended ? names : "so far: " + names;
  }

  /** The true rate lies between what was kept and what was not, if the model was the limit. */
  private static String figure(Search.OfModel best) {
    String kept = LoadFigures.rate(best.max().orElse(0)) + "/s";
    Optional<Search.Step> missed = best.missedAbove();
    return missed
        .map(
            step ->
                "%s (%s at %s)"
                    .formatted(
                        kept,
                        step.valid() ? "missed" : "no valid fork",
                        LoadFigures.rate(step.perSecond())))
        .orElse("at least " + kept);
  }

  private static String next(SearchStanding standing) {
    double best = standing.best().max().orElse(Double.NaN);
    return standing
        .next()
        .map(next -> name(next) + " × " + Digits.of(next.max().orElse(0) / best))
        .orElse(HeadlineRow.NONE);
  }

  private List<String> leftOut() {
    return Stream.of(
            HeadlineRow.leftOut("ceiling-bound, not ranked", names(this::isBound)),
            HeadlineRow.leftOut(
                "no rate found", names(model -> model.ended() && model.max().isEmpty())),
            HeadlineRow.leftOut("not ended", names(model -> !model.ended())))
        .flatMap(clause -> clause)
        .toList();
  }

  private boolean isBound(Search.OfModel model) {
    double max = model.max().orElse(Double.NaN);
    return scenario.of(key(model)).stream()
        .filter(point -> point.rate() == max)
        .anyMatch(bound::holds);
  }

  private List<String> names(Predicate<Search.OfModel> which) {
    return search.models().stream().filter(which).map(SearchRow::name).toList();
  }

  private static String name(Search.OfModel model) {
    return Names.display(key(model));
  }

  private static String key(Search.OfModel model) {
    return Names.constant(model.model());
  }
}
