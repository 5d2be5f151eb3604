package dev.heddle.reports.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run: its cells and, where they were recorded, its forks under load, its environment and what
 * its models give.
 *
 * @param source the file or folder that the user named
 * @param cells in the file's order; may be empty
 * @param load forks under load, if a folder {@code load} lies beside the results
 * @param environment of the run, if {@code environment.json} lies beside the results
 * @param capabilities of the models, if {@code capabilities.json} lies beside the results
 * @param search for the highest rate, if {@code search.json} lies beside the results
 * @param calibration of the machine, if {@code calibration.json} lies beside the results
 * @param evidence what the JVM told of virtual threads, if {@code evidence.json} lies beside the
 *     results
 * @param reference what another runtime took for the same scenarios, if {@code reference.json} lies
 *     beside the results; may be empty
 * @param referenceLoad forks of another runtime under the same loads, if a folder {@code
 *     reference-load} lies beside the results; may be empty
 * @param problems what lies beside the results and cannot be used, though they can; a line each
 */
public record Run(
    Path source,
    List<Cell> cells,
    List<LoadFork> load,
    Optional<Environment> environment,
    Optional<Capabilities> capabilities,
    Optional<Search> search,
    Optional<Calibration> calibration,
    Optional<Environment.Table> evidence,
    List<Cell> reference,
    List<LoadFork> referenceLoad,
    List<String> problems) {

  private static final String RESULTS = "results.json";
  private static final String ENVIRONMENT = "environment.json";
  private static final String CAPABILITIES = "capabilities.json";
  private static final String SEARCH = "search.json";
  private static final String CALIBRATION = "calibration.json";
  private static final String EVIDENCE = "evidence.json";
  private static final String REFERENCE = "reference.json";

  /** The benchmark whose score is only how long a load was offered. */
  private static final String LOAD_BENCHMARK = "dev.heddle.benchmarks.OpenLoopBenchmark.load";

  /** Reads a file that numbers do not depend on. */
  private interface Reader<T> {
    T read(Path file) throws UnreadableInputException;
  }

  public Run {
    cells = List.copyOf(cells);
    load = List.copyOf(load);
    reference = List.copyOf(reference);
    referenceLoad = List.copyOf(referenceLoad);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a run from JMH's JSON, from a folder with {@code results.json}, from such a folder packed
   * as a zip file, or from an HdrHistogram log.
   *
   * @throws UnreadableInputException if there is nothing usable; its message is for the user
   */
  public static Run read(Path source) throws UnreadableInputException {
    return ZippedFolder.isOne(source)
        ? ZippedFolder.read(source, folder -> of(folder, source))
        : of(source, source);
  }

  /** Whether a folder is one that a run has left, be it without results. */
  static boolean isFolder(Path folder) {
    return Files.exists(folder.resolve(RESULTS))
        || Files.isDirectory(folder.resolve(LoadFolder.MODELS));
  }

  /**
   * Reads it from one place and calls it by another.
   *
   * @param source where it is
   * @param name what the user calls it
   */
  private static Run of(Path source, Path name) throws UnreadableInputException {
    boolean folder = Files.isDirectory(source);
    Path results = folder ? source.resolve(RESULTS) : source;
    LoadFolder load =
        results.endsWith(RESULTS)
            ? LoadFolder.beside(results, LoadFolder.MODELS)
            : new LoadFolder(List.of(), List.of());
    boolean absent = folder && !Files.exists(results);
    if (absent && load.forks().isEmpty()) {
      throw new UnreadableInputException(
          source, "is a folder without " + RESULTS, "a folder that holds one, or the file itself");
    }
    List<Cell> cells = absent ? List.of() : cells(results);
    Optional<Environment> environment = environmentOf(results);
    List<String> problems = new ArrayList<>(load.problems());
    List<LoadFork> ofReference = referenceLoad(results, problems);
    return new Run(
        name,
        cells,
        load.forks(),
        environment,
        ifUsable(beside(results, CAPABILITIES), CapabilitiesFile::read, problems),
        ifUsable(beside(results, SEARCH), SearchFile::read, problems),
        ifUsable(beside(results, CALIBRATION), CalibrationFile::read, problems),
        ifUsable(beside(results, EVIDENCE), EvidenceFile::read, problems),
        ifUsable(beside(results, REFERENCE), ReferenceFile::read, problems).orElse(List.of()),
        ofReference,
        problems);
  }

  /** Numbers of models do not depend on it. */
  private static List<LoadFork> referenceLoad(Path results, List<String> problems) {
    Optional<LoadFolder> folder =
        ifUsable(
            Optional.of(results).filter(file -> file.endsWith(RESULTS)),
            file -> LoadFolder.beside(file, LoadFolder.REFERENCE),
            problems);
    folder.map(LoadFolder::problems).ifPresent(problems::addAll);
    return folder.map(LoadFolder::forks).orElse(List.of());
  }

  private static List<Cell> cells(Path results) throws UnreadableInputException {
    boolean log = String.valueOf(results.getFileName()).endsWith(HlogFile.SUFFIX);
    return log ? HlogFile.read(results) : ResultFile.read(results);
  }

  /**
   * The cells whose scores can be compared: not those of a load whose forks are here, for their
   * score is only how long the load was offered.
   */
  public List<Cell> comparable() {
    return load.isEmpty() ? cells : withoutLoads(cells);
  }

  /** The same of the reference. */
  public List<Cell> comparableReference() {
    return withoutLoads(reference);
  }

  private static List<Cell> withoutLoads(List<Cell> cells) {
    return cells.stream().filter(cell -> !cell.benchmark().equals(LOAD_BENCHMARK)).toList();
  }

  /**
   * Whether forks of the same number ran in the same round, as Heddle's {@code run} orders them.
   */
  public boolean hasRounds() {
    return environment.flatMap(Environment::command).isPresent();
  }

  private static Optional<Environment> environmentOf(Path results) throws UnreadableInputException {
    Optional<Path> file = beside(results, ENVIRONMENT);
    return file.isPresent() ? Optional.of(EnvironmentFile.read(file.get())) : Optional.empty();
  }

  /** A bad file costs no more than itself. */
  private static <T> Optional<T> ifUsable(
      Optional<Path> file, Reader<T> reader, List<String> problems) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reader.read(file.get()));
    } catch (UnreadableInputException unusable) {
      problems.add(String.valueOf(unusable.getMessage()));
      return Optional.empty();
    }
  }

  /** A file that Heddle's {@code run} writes beside its results, and beside no others. */
  private static Optional<Path> beside(Path results, String name) {
    return Optional.of(results.resolveSibling(name))
        .filter(file -> results.endsWith(RESULTS) && Files.exists(file));
  }
}
