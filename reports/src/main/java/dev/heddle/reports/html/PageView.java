package dev.heddle.reports.html;

import java.util.List;

/**
 * Everything that the page's template needs.
 *
 * @param skeleton what all pages have
 * @param runs one section each
 * @param confidence level of the intervals, such as {@code 99 %}
 * @param smallestEffect the smallest effect that matters, such as {@code 3 %}
 */
public record PageView(
    Skeleton skeleton, List<RunView> runs, String confidence, String smallestEffect) {

  public PageView {
    runs = List.copyOf(runs);
  }

  /** Whether any run has something measured under an offered load. */
  public boolean hasLoads() {
    return runs.stream().anyMatch(run -> !run.loads().isEmpty());
  }

  /** Whether any run has a reference beside its contestants. */
  public boolean hasReferences() {
    return runs.stream().anyMatch(RunView::hasReferences);
  }
}
