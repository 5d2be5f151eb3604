package dev.heddle.reports.html;

import java.util.List;

/**
 * A table: a heading per column, and rows whose first cell names them.
 *
 * @param caption what it holds
 * @param heads column headings; the first stands over the names
 * @param rows as many cells each as there are headings but the first
 */
public record TableView(String caption, List<String> heads, List<Line> rows) {

  public TableView {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** The same table; without its last column if no row has anything in it. */
  TableView withoutEmptyLastColumn() {
    if (!rows.stream().allMatch(line -> line.cells().getLast().isEmpty())) {
      return this;
    }
    List<Line> shorter =
        rows.stream()
            .map(line -> new Line(line.colour(), line.name(), allButLast(line.cells())))
            .toList();
    return new TableView(caption, allButLast(heads), shorter);
  }

  private static List<String> allButLast(List<String> cells) {
    return cells.subList(0, cells.size() - 1);
  }

  /**
   * A row.
   *
   * @param colour class of the contestant's colour; empty for none
   * @param name heading of the row
   * @param cells the values as text
   */
  public record Line(String colour, String name, List<String> cells) {

    public Line {
      cells = List.copyOf(cells);
    }

    /** A row in the neutral colour of what is no contestant. */
    static Line reference(String name, List<String> cells) {
      return new Line("reference", name, cells);
    }
  }
}
