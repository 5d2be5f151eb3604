package dev.heddle.reports.html;

import dev.heddle.reports.read.Environment.Fact;
import java.util.List;

/**
 * A scenario as the page shows it.
 *
 * @param id unique in the page, for links
 * @param title benchmark
 * @param variant what tells it from the other scenarios of the benchmark; may be empty
 * @param params what all contestants share, in readable form
 * @param answer one sentence, never stronger than the verdicts
 * @param figures from the measured quantity to the derived one
 * @param tables the estimates, and what they were computed from
 * @param notes what to know before believing the numbers
 */
public record ScenarioView(
    String id,
    String title,
    String variant,
    List<Fact> params,
    String answer,
    List<FigureView> figures,
    List<TableView> tables,
    List<String> notes) {

  public ScenarioView {
    params = List.copyOf(params);
    figures = List.copyOf(figures);
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
  }
}
