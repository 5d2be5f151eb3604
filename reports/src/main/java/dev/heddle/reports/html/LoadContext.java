package dev.heddle.reports.html;

import dev.heddle.reports.read.Run;
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
        run.search()
            .filter(search -> scenarios.size() == 1 && Searched.isWorthShowing(search))
            .map(Searched::new);
    CeilingBound bound = CeilingBound.of(run.calibration());
    return scenarios.stream().map(scenario -> new LoadContext(scenario, searched, bound)).toList();
  }

  /** What is to be said first, a paragraph each. */
  public List<String> answers() {
    return Stream.concat(
            searched.map(Searched::answer).stream(), Stream.of(LoadAnswer.of(scenario, bound)))
        .toList();
  }
}
