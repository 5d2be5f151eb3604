package dev.heddle.reports.chart;

import java.util.List;

/**
 * A drawn chart.
 *
 * @param title what it shows, with the unit
 * @param svg an {@code svg} element, escaped and without style attributes
 * @param limits what it does not show, one sentence each; they are drawn on it as well
 */
public record Chart(String title, String svg, List<String> limits) {

  public Chart {
    limits = List.copyOf(limits);
  }
}
