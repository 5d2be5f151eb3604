package dev.heddle.reports.html;

import dev.heddle.reports.chart.Chart;
import java.util.List;

/**
 * What the template of a trend needs.
 *
 * @param skeleton what all pages have
 * @param problems what was left out, a line each
 * @param runs in order, with their times
 * @param cells the newest number of each
 * @param charts a cell each
 * @param undrawn how many cells have no chart
 */
public record TrendView(
    Skeleton skeleton,
    List<String> problems,
    TableView runs,
    TableView cells,
    List<Chart> charts,
    int undrawn) {

  public TrendView {
    problems = List.copyOf(problems);
    charts = List.copyOf(charts);
  }
}
