package dev.heddle.reports.html;

import java.util.List;
import java.util.Optional;

/**
 * Everything that the template of a comparison needs.
 *
 * @param skeleton what all pages have
 * @param base what one side is called
 * @param candidate what the other is called
 * @param answer the verdicts, counted
 * @param remarks what to know before anything else, a sentence each
 * @param counts the verdicts, counted and explained
 * @param environments both, differences first
 * @param forest all ratios
 * @param cells all numbers
 * @param details the cells that have charts of their own
 * @param withoutCharts how many more cells there are
 * @param alone what was measured on one side only
 * @param method by what was judged, a sentence each
 */
public record CompareView(
    Skeleton skeleton,
    String base,
    String candidate,
    String answer,
    List<String> remarks,
    TableView counts,
    Optional<TableView> environments,
    FigureView forest,
    TableView cells,
    List<CompareCellView> details,
    int withoutCharts,
    Optional<TableView> alone,
    List<String> method) {

  public CompareView {
    remarks = List.copyOf(remarks);
    details = List.copyOf(details);
    method = List.copyOf(method);
  }
}
