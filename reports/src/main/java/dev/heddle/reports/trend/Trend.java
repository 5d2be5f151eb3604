package dev.heddle.reports.trend;

import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.Measured;
import dev.heddle.reports.compare.Measurements;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs in the order of their time.
 *
 * @param runs the oldest first
 * @param changes why a run must not be compared with the one before it, by its index
 * @param cells in order of first appearance
 */
public record Trend(List<DatedRun> runs, SortedMap<Integer, String> changes, List<Line> cells) {

  /**
   * A cell over the runs.
   *
   * @param key what was measured
   * @param points one for each run; empty where the run does not have the cell
   */
  public record Line(CellKey key, List<Optional<Measured>> points) {

    public Line {
      points = List.copyOf(points);
    }
  }

  public Trend {
    runs = List.copyOf(runs);
    cells = List.copyOf(cells);
  }

  /** Orders runs; those of the same time stay in the given order. */
  public static Trend of(List<DatedRun> unordered) {
    List<DatedRun> runs = unordered.stream().sorted(Comparator.comparing(DatedRun::time)).toList();
    List<Map<CellKey, Measured>> measured =
        runs.stream().map(dated -> Measurements.of(dated.run(), List.of())).toList();
    Set<CellKey> keys = new LinkedHashSet<>();
    measured.forEach(run -> keys.addAll(run.keySet()));
    List<Line> cells = keys.stream().map(key -> line(key, measured)).toList();
    return new Trend(runs, changes(runs), cells);
  }

  /** Why two runs must not be compared; empty if they may be. */
  public Optional<String> between(int earlier, int later) {
    return changes.subMap(earlier + 1, later + 1).values().stream().findFirst();
  }

  private static Line line(CellKey key, List<Map<CellKey, Measured>> measured) {
    return new Line(key, measured.stream().map(run -> Optional.ofNullable(run.get(key))).toList());
  }

  private static SortedMap<Integer, String> changes(List<DatedRun> runs) {
    SortedMap<Integer, String> changes = new TreeMap<>();
    for (int i = 1; i < runs.size(); i++) {
      int index = i;
      EnvironmentDifference.forbidding(
              EnvironmentDifference.between(runs.get(i - 1).run(), runs.get(i).run()))
          .ifPresent(reason -> changes.put(index, reason));
    }
    return changes;
  }
}
