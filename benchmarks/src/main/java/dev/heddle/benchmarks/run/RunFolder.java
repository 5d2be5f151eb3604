package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a run keeps its files. Each file appears whole or not at all: it is written under another
 * name and renamed.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String PARTIAL = ".partial";

  /** The merged results, in JMH's format. */
  public Path results() {
    return path.resolve("results.json");
  }

  /** The merged results of a reference, in JMH's format; never among those of models. */
  public Path reference() {
    return path.resolve("reference.json");
  }

  /** What the run was made on. */
  public Path environment() {
    return path.resolve("environment.json");
  }

  /** What the forks of a load kept, a JSON file and an HdrHistogram log each. */
  public Path loads() {
    return path.resolve("load");
  }

  /** The same of a reference; never among those of models. */
  public Path referenceLoads() {
    return path.resolve("reference-load");
  }

  /** The histograms of all forks of a load, as one log. */
  public Path latencies() {
    return path.resolve("latency.hlog");
  }

  /** The path of a search for the highest rate. */
  public Path search() {
    return path.resolve("search.json");
  }

  /** What the machine can do at most, where that is known. */
  public Path calibration() {
    return path.resolve("calibration.json");
  }

  /** What the JVM told of virtual threads in a run that was recorded. */
  public Path evidence() {
    return path.resolve("evidence.json");
  }

  /** What each model gives, and what was added. */
  public Path capabilities() {
    return path.resolve("capabilities.json");
  }

  /**
   * Makes the folder for a new run.
   *
   * @throws UnusableFolderException if it holds anything but a plan that was never wholly written
   */
  public void create() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UnusableFolderException("'%s' is a file; --out takes a folder".formatted(path));
    }
    Files.createDirectories(path);
    try (Stream<Path> entries = Files.list(path)) {
      if (!entries.allMatch(partial(planFile())::equals)) {
        throw new UnusableFolderException(
            "Folder '%s' is not empty: go on with its run by --resume, or name another with --out"
                .formatted(path));
      }
    }
  }

  /**
   * Begins a run: makes the folder and keeps the plan.
   *
   * @throws UnusableFolderException as {@link #create}
   */
  public void begin(RunPlan plan) throws IOException {
    create();
    save(plan);
  }

  /** Keeps the plan. */
  void save(RunPlan plan) throws IOException {
    write(planFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(plan));
  }

  /**
   * The plan of the run that began here.
   *
   * @throws UnusableFolderException if no run began here
   */
  public RunPlan plan() throws IOException {
    if (!Files.isRegularFile(planFile())) {
      throw new UnusableFolderException(
          "Nothing to resume in '%s': it has no run.json. Start a run there without --resume"
              .formatted(path));
    }
    try {
      return JSON.readValue(planFile().toFile(), RunPlan.class);
    } catch (JsonProcessingException e) {
      throw new UnusableFolderException(
          "'%s' is not a run's plan (%s): start a new run in another folder"
              .formatted(planFile(), e.getOriginalMessage()));
    }
  }

  /** The result of a fork that has ended; empty if there is none, or only a part of one. */
  Optional<ObjectNode> result(Fork fork) throws IOException {
    Path file = forkFile(fork);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode entries = JSON.readTree(file.toFile());
      return entries.size() == 1 && entries.get(0) instanceof ObjectNode entry
          ? Optional.of(entry)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The results of a cell's forks that have ended, in the order of the rounds. */
  List<ObjectNode> results(Cell cell, int rounds) throws IOException {
    List<ObjectNode> results = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      result(new Fork(round, cell)).ifPresent(results::add);
    }
    return results;
  }

  void save(Fork fork, ObjectNode result) throws IOException {
    writeEntries(forkFile(fork), List.of(result));
  }

  void saveFailure(Fork fork, ForkOutcome.Failed failure) throws IOException {
    String text = "%s%n%s%n%n%s%n".formatted(fork, failure.reason(), failure.output());
    write(failureFile(fork), text.getBytes(StandardCharsets.UTF_8));
  }

  void saveResults(List<ObjectNode> entries) throws IOException {
    writeEntries(results(), entries);
  }

  void saveReference(List<ObjectNode> entries) throws IOException {
    writeEntries(reference(), entries);
  }

  /** The file that tells how a fork failed. */
  public Path failureFile(Fork fork) {
    return path.resolve("failed").resolve(name(fork) + ".txt");
  }

  Path forkFile(Fork fork) {
    return path.resolve("forks").resolve(name(fork) + ".json");
  }

  private Path planFile() {
    return path.resolve("run.json");
  }

  /** A fork's name in files. */
  public static String name(Fork fork) {
    return "round-%02d_%s".formatted(fork.round(), fork.cell().fileName());
  }

  private static void writeEntries(Path file, List<ObjectNode> entries) throws IOException {
    write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(entries));
  }

  /** Writes a file of the folder, whole or not at all. */
  public static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path partial = partial(file);
    Files.write(partial, content);
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path partial(Path file) {
    return file.resolveSibling(file.getFileName() + PARTIAL);
  }
}
