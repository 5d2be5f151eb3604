package dev.heddle.reports.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One run: its cells and, where it was recorded, its environment.
 *
 * @param source the file or folder it was read from
 * @param cells in the file's order; may be empty
 * @param environment of the run, if {@code environment.json} lies beside the results
 */
public record Run(Path source, List<Cell> cells, Optional<Environment> environment) {

  private static final String RESULTS = "results.json";
  private static final String ENVIRONMENT = "environment.json";

  public Run {
    cells = List.copyOf(cells);
  }

  /**
   * Reads a run from JMH's JSON, or from a folder with {@code results.json}.
   *
   * @throws UnreadableInputException if there is nothing usable; its message is for the user
   */
  public static Run read(Path source) throws UnreadableInputException {
    boolean folder = Files.isDirectory(source);
    Path results = folder ? source.resolve(RESULTS) : source;
    if (folder && !Files.exists(results)) {
      throw new UnreadableInputException(
          source, "is a folder without " + RESULTS, "a folder that holds one, or the file itself");
    }
    return new Run(source, ResultFile.read(results), environmentOf(results));
  }

  /**
   * Whether forks of the same number ran in the same round, as Heddle's {@code run} orders them.
   */
  public boolean hasRounds() {
    return environment.flatMap(Environment::command).isPresent();
  }

  private static Optional<Environment> environmentOf(Path results) throws UnreadableInputException {
    Path file = results.resolveSibling(ENVIRONMENT);
    boolean written = results.endsWith(RESULTS) && Files.exists(file);
    return written ? Optional.of(EnvironmentFile.read(file)) : Optional.empty();
  }
}
