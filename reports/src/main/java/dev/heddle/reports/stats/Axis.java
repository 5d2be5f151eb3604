package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What tells the contestants of a scenario apart. */
public sealed interface Axis {

  /** The value that a cell has on it. */
  String of(Cell cell);

  /** Its name, as a table heading. */
  String name();

  /** The parameters of a cell that the axis does not vary. */
  Map<String, String> fixedParams(Cell cell);

  /** The values of one parameter. */
  record Param(String name) implements Axis {
    @Override
    public String of(Cell cell) {
      return cell.params().getOrDefault(name, "");
    }

    @Override
    public Map<String, String> fixedParams(Cell cell) {
      Map<String, String> fixed = new LinkedHashMap<>(cell.params());
      fixed.remove(name);
      return fixed;
    }
  }

  /** The benchmark methods of one class. */
  record Method() implements Axis {
    @Override
    public String of(Cell cell) {
      return cell.method();
    }

    @Override
    public String name() {
      return "benchmark";
    }

    @Override
    public Map<String, String> fixedParams(Cell cell) {
      return cell.params();
    }
  }

  /**
   * The axis of cells that share a class, a mode and parameter names: the parameter {@code model};
   * else the method if there are several; else the parameter with most values, if any has two.
   */
  static Axis of(Collection<Cell> cells) {
    if (cells.stream().allMatch(cell -> cell.params().containsKey("model"))) {
      return new Param("model");
    }
    if (cells.stream().map(Cell::method).distinct().count() > 1) {
      return new Method();
    }
    return widestParam(cells).<Axis>map(Param::new).orElseGet(Method::new);
  }

  private static Optional<String> widestParam(Collection<Cell> cells) {
    List<String> names =
        cells.stream().flatMap(cell -> cell.params().keySet().stream()).distinct().toList();
    return names.reversed().stream()
        .filter(name -> distinct(cells, name) > 1)
        .max(Comparator.comparingLong(name -> distinct(cells, name)));
  }

  private static long distinct(Collection<Cell> cells, String param) {
    return cells.stream().map(cell -> cell.params().getOrDefault(param, "")).distinct().count();
  }
}
