package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.Search;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.LoadReference;
import dev.heddle.reports.stats.LoadScenario;
import dev.heddle.reports.stats.LoadScenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A load with what else is known of it.
 *
 * @param scenario what was measured
 * @param searched the search that it was measured for; empty if it was none
 * @param bound what of it came near a ceiling
 * @param references other runtimes under the same load
 */
public record LoadContext(
    LoadScenario scenario,
    Optional<Searched> searched,
    CeilingBound bound,
    List<LoadReference> references) {

  public LoadContext {
    references = List.copyOf(references);
  }

  /** The loads of a run; a search has one. */
  public static List<LoadContext> of(Run run) {
    List<LoadScenario> scenarios = LoadScenarios.of(run.load());
    Optional<Searched> searched =
        worthShowing(run).filter(search -> scenarios.size() == 1).map(Searched::new);
    CeilingBound bound = CeilingBound.of(run.calibration());
    return scenarios.stream()
        .map(
            scenario ->
                new LoadContext(
                    scenario, searched, bound, LoadReference.beside(scenario, run.referenceLoad())))
        .toList();
  }

  /**
   * What lies beside the loads of a run and cannot be shown with them, a line each.
   *
   * @param scenarios how many loads the run has
   */
  static List<String> problems(Run run, int scenarios) {
    List<String> problems = new ArrayList<>();
    if (worthShowing(run).isPresent() && scenarios != 1) {
      problems.add(
          "%s: the search for the highest rate is not shown: a search has one scenario, and here"
                  .formatted(run.source())
              + " are %d".formatted(scenarios));
    }
    long alone = LoadReference.alone(LoadScenarios.of(run.load()), run.referenceLoad());
    if (alone > 0) {
      problems.add(
          "%d of the %d forks of reference-load: no load of this run offers the same"
              .formatted(alone, run.referenceLoad().size()));
    }
    return problems;
  }

  /** What each reference took, in a line that stands apart from the answers. */
  public List<String> ofReferences() {
    return references.stream().map(LoadContext::line).toList();
  }

  private static String line(LoadReference reference) {
    return reference.points().stream()
        .map(
            point ->
                point.isValid()
                    ? "%s ms at %s/s"
                        .formatted(
                            Digits.of(LoadFigures.p99(point)), LoadFigures.rate(point.rate()))
                    : "no valid fork at %s/s".formatted(LoadFigures.rate(point.rate())))
        .collect(
            Collectors.joining(
                ", ", "Reference, not ranked: %s: p99 ".formatted(reference.name()), "."));
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
