package dev.heddle.reports.read;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads {@code reference.json}: JMH's JSON of what another runtime took for the same scenarios, as
 * a run with a reference writes it.
 */
final class ReferenceFile {

  private static final String MODEL = "model";
  private static final String TIER = "tier";
  private static final String REFERENCE = "reference";
  private static final String EXPECTED =
      "the reference.json of a Heddle run, each result with its model and the tier 'reference'";

  private ReferenceFile() {}

  /**
   * Reads the file.
   *
   * @throws UnreadableInputException if it is not such a file; its message is for the user
   */
  static List<Cell> read(Path file) throws UnreadableInputException {
    List<Cell> cells = ResultFile.read(file);
    for (Cell cell : cells) {
      check(file, cell);
    }
    return cells;
  }

  /** A model of the JVM must not slip in among the references. */
  private static void check(Path file, Cell cell) throws UnreadableInputException {
    String benchmark = Printable.text(cell.benchmark());
    if (cell.params().getOrDefault(MODEL, "").isBlank()) {
      throw new UnreadableInputException(
          file, "has a result of %s without a model".formatted(benchmark), EXPECTED);
    }
    String tier = cell.params().getOrDefault(TIER, "");
    if (!tier.equals(REFERENCE)) {
      throw new UnreadableInputException(
          file,
          "has a result of %s with the tier '%s'".formatted(benchmark, Printable.text(tier)),
          EXPECTED);
    }
  }
}
