package dev.heddle.reports.html;

import dev.heddle.reports.read.Environment;
import java.util.List;
import java.util.Optional;

/**
 * A run as the page shows it.
 *
 * @param source where it was read from
 * @param facts what was run, in a line
 * @param headline all scenarios in a sentence or two; empty where one answer says it all
 * @param scenarios in the file's order; may be empty
 * @param loads what was measured under an offered load; may be empty
 * @param scaling how scores grow with the fan-out; may be empty
 * @param price what guarantees cost, as a chart; empty where no contract was measured beside its
 *     idiom
 * @param prices the same as a table; empty where no contract was measured beside its idiom
 * @param command reproduces the whole run; empty where the file does not know it
 * @param environment tables of facts
 * @param capabilities what the models give; empty where that is not known, or a run above shows it
 * @param capabilitiesId where the page shows what this run's models give; empty if nowhere
 * @param asyncio the way from asyncio to the JVM; empty where none was measured beside the models
 * @param hasReferences whether another runtime stands beside the contestants
 * @param problems what lies beside the results and could not be used
 */
public record RunView(
    String source,
    String facts,
    String headline,
    List<ScenarioView> scenarios,
    List<LoadView> loads,
    List<FigureView> scaling,
    Optional<FigureView> price,
    Optional<TableView> prices,
    String command,
    List<Environment.Table> environment,
    Optional<CapabilityView> capabilities,
    String capabilitiesId,
    Optional<AsyncioView> asyncio,
    boolean hasReferences,
    List<String> problems) {

  public RunView {
    scenarios = List.copyOf(scenarios);
    loads = List.copyOf(loads);
    scaling = List.copyOf(scaling);
    environment = List.copyOf(environment);
    problems = List.copyOf(problems);
  }

  /** Whether nothing was measured. */
  public boolean isEmpty() {
    return scenarios.isEmpty() && loads.isEmpty();
  }
}
