package dev.heddle.reports.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction of p-values that one decision rests on (S. Holm, Scandinavian Journal of
 * Statistics 6, 1979): calling all significant whose corrected value is at most α errs at all with
 * probability α at most, however the comparisons depend on each other.
 */
public final class Holm {

  private Holm() {}

  /** The corrected p-values, in the order of the given ones. */
  public static List<Double> corrected(List<Double> values) {
    List<Double> corrected = new ArrayList<>(Collections.nCopies(values.size(), 1.0));
    List<Integer> ascending =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparing(values::get))
            .toList();
    double least = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int index = ascending.get(rank);
      least = Math.max(least, Math.min(1, (ascending.size() - rank) * values.get(index)));
      corrected.set(index, least);
    }
    return List.copyOf(corrected);
  }
}
