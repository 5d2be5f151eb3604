package dev.heddle.reports.html;

import dev.heddle.reports.read.Environment;
import java.util.List;

/**
 * A run as the page shows it.
 *
 * @param source where it was read from
 * @param facts what was run, in a line
 * @param scenarios in the file's order; may be empty
 * @param command reproduces the whole run; empty where the file does not know it
 * @param environment tables of facts
 */
public record RunView(
    String source,
    String facts,
    List<ScenarioView> scenarios,
    String command,
    List<Environment.Table> environment) {

  public RunView {
    scenarios = List.copyOf(scenarios);
    environment = List.copyOf(environment);
  }
}
