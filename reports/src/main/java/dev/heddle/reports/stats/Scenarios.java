package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sorts the cells of a run into scenarios, whatever project they come from. */
public final class Scenarios {

  private Scenarios() {}

  /** The scenarios of the cells, in order of first appearance. */
  public static List<Scenario> of(List<Cell> cells) {
    return group(cells, Family::of).values().stream()
        .flatMap(family -> scenarios(family).stream())
        .toList();
  }

  /** What cells must share before their axis is chosen. */
  private record Family(
      String benchmarkClass, Mode mode, int threads, ScoreUnit unit, Set<String> params) {
    static Family of(Cell cell) {
      return new Family(
          cell.benchmarkClass(),
          cell.mode(),
          cell.schedule().threads(),
          baseUnit(cell),
          Set.copyOf(cell.params().keySet()));
    }
  }

  /** What cells must share to be contestants of one scenario. */
  private record Key(String title, Map<String, String> params) {}

  private static List<Scenario> scenarios(List<Cell> family) {
    Axis axis = Axis.of(family);
    return group(family, cell -> new Key(title(cell, axis), axis.fixedParams(cell)))
        .entrySet()
        .stream()
        .map(e -> scenario(e.getKey(), axis, e.getValue()))
        .toList();
  }

  private static Scenario scenario(Key key, Axis axis, List<Cell> cells) {
    return new Scenario(
        key.title(), key.params(), axis, baseUnit(cells.getFirst()), arms(axis, cells));
  }

  private static List<Arm> arms(Axis axis, List<Cell> cells) {
    Map<String, Integer> seen = new HashMap<>();
    List<Arm> arms = new ArrayList<>();
    for (Cell cell : cells) {
      String key = axis.of(cell);
      String name = Names.display(key);
      int times = seen.merge(name, 1, Integer::sum);
      arms.add(new Arm(key, times == 1 ? name : name + " (" + times + ")", cell));
    }
    arms.sort(Comparator.comparingInt(arm -> Names.modelOrder(arm.key())));
    return arms;
  }

  private static String title(Cell cell, Axis axis) {
    String simple = cell.benchmarkClass().replaceFirst("^.*\\.", "");
    String prefix = simple.isEmpty() ? cell.benchmarkClass() : simple;
    boolean named = axis instanceof Axis.Method || prefix.equals(cell.benchmark());
    return named ? prefix : prefix + "." + cell.method();
  }

  private static ScoreUnit baseUnit(Cell cell) {
    ScoreUnit unit = ScoreUnit.of(cell.primary().unit(), cell.mode());
    return new ScoreUnit(unit.quantity(), 1, unit.text());
  }

  private static <K> Map<K, List<Cell>> group(Collection<Cell> cells, Function<Cell, K> key) {
    return cells.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }
}
