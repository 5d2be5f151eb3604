package dev.heddle.reports.duel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a duel keeps its files: {@code duel.json}, {@code forks/}, and a result folder a side. Each
 * file appears whole or not at all.
 *
 * @param path the folder
 */
public record DuelFolder(Path path) {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String EXPECTED = "the duel.json of a duel";

  /** The result folder of a side. */
  public Path side(Side side) {
    return path.resolve(side.text());
  }

  Path jar(Side side) {
    return path.resolve("jars").resolve(side.text() + ".jar");
  }

  /** Makes the folder for a new duel, or finds the one that is there. */
  void prepare(boolean resumed) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UnreadableInputException(path, "is a file", "a folder (--out)");
    }
    Files.createDirectories(path);
    try (Stream<Path> entries = Files.list(path)) {
      if (!resumed && entries.findAny().isPresent()) {
        throw new UnreadableInputException(
            path, "is not empty", "a new folder (--out), or --resume to go on with its duel");
      }
    }
  }

  void save(DuelPlan plan) throws IOException {
    write(planFile(), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(plan));
  }

  Optional<DuelPlan> plan() throws IOException {
    if (!Files.isRegularFile(planFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(planFile().toFile(), DuelPlan.class));
    } catch (JsonProcessingException e) {
      throw new UnreadableInputException(
          planFile(), "is not a plan (" + e.getOriginalMessage() + ")", EXPECTED);
    }
  }

  /** Where the result of a fork is, or will be: JMH's JSON. */
  Path fork(DuelPlan plan, DuelPlan.Turn turn) {
    return path.resolve("forks").resolve(name(plan, turn) + ".json");
  }

  /** What a fork that failed printed. */
  Path failure(DuelPlan plan, DuelPlan.Turn turn) {
    return path.resolve("failed").resolve(name(plan, turn) + ".txt");
  }

  /** JMH's result array of a fork; empty if it has not ended, or failed. */
  Optional<ArrayNode> result(DuelPlan plan, DuelPlan.Turn turn) throws IOException {
    Path file = fork(plan, turn);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      return root instanceof ArrayNode array && !array.isEmpty()
          ? Optional.of(array)
          : Optional.empty();
    } catch (JsonProcessingException cutOff) {
      return Optional.empty();
    }
  }

  /** The ruler's readings, a line a block. */
  Path rulers() {
    return path.resolve("rulers.csv");
  }

  /** Writes a file whole or not at all. */
  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path planFile() {
    return path.resolve("duel.json");
  }

  private static String name(DuelPlan plan, DuelPlan.Turn turn) {
    return "block-%02d_%s_%s"
        .formatted(
            turn.block(),
            plan.cells().get(turn.cell()).fileName(turn.cell() + 1),
            turn.side().text());
  }
}
