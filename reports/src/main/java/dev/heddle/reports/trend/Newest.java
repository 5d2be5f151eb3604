package dev.heddle.reports.trend;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.stats.Effect;
import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The newest number of a cell beside its earlier ones.
 *
 * @param measured by the newest run that has the cell
 * @param run the index of that run
 * @param toFirst beside the first run that has it
 * @param toPrevious beside the run before that has it
 */
public record Newest(Measured measured, int run, Step toFirst, Step toPrevious) {

  /**
   * A ratio, or why there is none.
   *
   * @param effect newest through earlier, from independent forks
   * @param interval around the ratio
   * @param why there is none, as a clause; empty if there is one
   */
  public record Step(Optional<Effect> effect, Optional<Interval> interval, String why) {

    static Step none(String why) {
      return new Step(Optional.empty(), Optional.empty(), why);
    }
  }

  /** Of a cell that some run has. */
  public static Newest of(Trend.Line cell, Trend trend) {
    List<Integer> present =
        IntStream.range(0, cell.points().size())
            .filter(i -> cell.points().get(i).isPresent())
            .boxed()
            .toList();
    int last = present.getLast();
    Measured newest = cell.points().get(last).orElseThrow();
    if (present.size() < 2) {
      return new Newest(newest, last, Step.none("one run only"), Step.none("one run only"));
    }
    return new Newest(
        newest,
        last,
        step(cell, trend, present.getFirst(), last),
        step(cell, trend, present.get(present.size() - 2), last));
  }

  private static Step step(Trend.Line cell, Trend trend, int earlier, int last) {
    return trend
        .between(earlier, last)
        .map(Step::none)
        .orElseGet(
            () ->
                step(
                    cell.points().get(earlier).orElseThrow(),
                    cell.points().get(last).orElseThrow()));
  }

  private static Step step(Measured earlier, Measured newest) {
    CellComparison pair =
        CellComparison.of(earlier.key().label(), earlier, newest, false, Rules.STANDARD);
    boolean usable = pair.verdict() != Verdict.INVALID && pair.effect().isPresent();
    return usable
        ? new Step(pair.effect(), pair.interval(), "")
        : Step.none(pair.judgement().reason());
  }
}
