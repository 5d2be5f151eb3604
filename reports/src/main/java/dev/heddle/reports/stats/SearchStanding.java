package dev.heddle.reports.stats;

import dev.heddle.reports.read.Search;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which models keep an objective at the highest rate. A search does not tell rates apart that its
 * next step would have taken for one.
 *
 * @param found the models whose rate was confirmed, highest first; never empty
 * @param precision by which share the next higher rate may differ
 */
public record SearchStanding(List<Search.OfModel> found, double precision) {

  public SearchStanding {
    found = List.copyOf(found);
  }

  /** Of a search; empty where no rate was confirmed. */
  public static Optional<SearchStanding> of(Search search) {
    List<Search.OfModel> found =
        search.models().stream()
            .filter(model -> model.max().isPresent())
            .sorted(Comparator.comparingDouble(SearchStanding::max).reversed())
            .toList();
    return Optional.of(found)
        .filter(models -> !models.isEmpty())
        .map(models -> new SearchStanding(models, search.precision()));
  }

  /** The one with the highest rate. */
  public Search.OfModel best() {
    return found.getFirst();
  }

  /** The best, and those that cannot be told from it. */
  public List<Search.OfModel> ahead() {
    return found.stream().filter(this::isAhead).toList();
  }

  /** The highest rate that can be told from the best; empty if none can. */
  public Optional<Search.OfModel> next() {
    return found.stream().filter(model -> !isAhead(model)).findFirst();
  }

  private boolean isAhead(Search.OfModel model) {
    return max(model) * (1 + precision) >= max(best());
  }

  private static double max(Search.OfModel model) {
    return model.max().orElse(0);
  }
}
