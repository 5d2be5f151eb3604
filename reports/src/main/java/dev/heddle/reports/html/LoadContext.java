package dev.heddle.reports.html;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.Search;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadScenarios;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A load with what else is known of it.
 *
 * @param scenario what was measured
 * @param searched the search that it was measured for; empty if it was none
 * @param bound what of it came near a ceiling
 */
public record LoadContext(LoadScenario scenario, Optional<Searched> searched, CeilingBound bound) {

  /** The loads of a run; a search has one. */
  public static List<LoadContext> of(Run run) {
    List<LoadScenario> scenarios = LoadScenarios.of(run.load());
    Optional<Searched> searched =
        worthShowing(run).filter(search -> scenarios.size() == 1).map(Searched::new);
    CeilingBound bound = CeilingBound.of(run.calibration());
    return scenarios.stream().map(scenario -> new LoadContext(scenario, searched, bound)).toList();
  }

  /**
   * What lies beside the loads of a run and cannot be shown with them, a line each.
   *
   * @param scenarios how many loads the run has
   */
  static List<String> problems(Run run, int scenarios) {
    return worthShowing(run).isPresent() && scenarios != 1
        ? List.of(
            "%s: the search for the highest rate is not shown: a search has one scenario, and here"
                    .formatted(run.source())
                + " are %d".formatted(scenarios))
        : List.of();
  }

  private static Optional<Search> worthShowing(Run run) {
    return run.search().filter(Searched::isWorthShowing);
  }

  /** What is to be said first, a paragraph each. */
  public List<String> answers() {
    return Stream.concat(
            searched.map(Searched::answer).stream(), Stream.of(LoadAnswer.of(scenario, bound)))
        .toList();
  }
}
