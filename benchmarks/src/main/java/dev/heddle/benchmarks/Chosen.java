package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Values that replace those of a matrix.
 *
 * @param values an empty list for what is left to the matrix
 */
record Chosen(Axes values) {

  /**
   * The cells of a matrix with these values, each once.
   *
   * @throws IllegalArgumentException if nothing of what was chosen can be measured, saying why
   */
  List<Cell> applyTo(Matrix matrix) {
    List<Axes> parts = parts(matrix);
    List<Cell> cells = cells(parts);
    if (cells.isEmpty()) {
      parts.getFirst().refuse();
    }
    return cells;
  }

  private List<Axes> parts(Matrix matrix) {
    return matrix.parts().stream().map(part -> part.with(values)).distinct().toList();
  }

  private static List<Cell> cells(List<Axes> parts) {
    return parts.stream().flatMap(part -> part.cells().stream()).distinct().toList();
  }

  /**
   * The fewest options that make these cells of a matrix; all of them where no fewer do.
   *
   * @param cells at least one
   */
  static List<String> options(Matrix matrix, List<Cell> cells) {
    Axes seen = Axes.seenIn(cells);
    return subsets().stream()
        .filter(kept -> cells(new Chosen(seen.only(kept)).parts(matrix)).equals(cells))
        .findFirst()
        .orElseGet(() -> EnumSet.allOf(AxisOption.class))
        .stream()
        .map(axis -> axis.option() + " " + seen.words(axis))
        .toList();
  }

  /** Every set of options, the smaller ones first. */
  private static List<Set<AxisOption>> subsets() {
    List<Set<AxisOption>> all = new ArrayList<>(List.of(EnumSet.noneOf(AxisOption.class)));
    for (AxisOption option : AxisOption.values()) {
      for (Set<AxisOption> without : List.copyOf(all)) {
        Set<AxisOption> with = EnumSet.of(option);
        with.addAll(without);
        all.add(with);
      }
    }
    all.sort(Comparator.comparingInt(Set::size));
    return all;
  }
}
