package dev.heddle.reports.duel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code environment.json} of one side: where the duel ran, whose jar, and which blocks pair it.
 */
final class DuelEnvironment {

  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private DuelEnvironment() {}

  /** Writes both where they are not there yet; {@code alone}: the cells that one jar only has. */
  static void write(DuelFolder folder, DuelPlan plan, Map<Side, List<DuelCell>> alone)
      throws IOException {
    for (Side side : Side.values()) {
      Path file = folder.side(side).resolve("environment.json");
      if (!Files.exists(file)) {
        DuelFolder.write(file, text(plan, side, alone.getOrDefault(side, List.of())));
      }
    }
  }

  /**
   * Says in both sides' environments what is wrong with the duel, where all who read them see it.
   *
   * @param invalid why it proves nothing as a whole; empty if it may
   * @param failed labels of cells that were given up
   */
  static void conclude(DuelFolder folder, Optional<String> invalid, List<String> failed)
      throws IOException {
    for (Side side : Side.values()) {
      Path file = folder.side(side).resolve("environment.json");
      ObjectNode json = (ObjectNode) DuelFolder.JSON.readTree(file.toFile());
      ObjectNode blocks = json.withObject("/blocks");
      blocks.remove(List.of("invalid", "failed"));
      invalid.ifPresent(text -> blocks.put("invalid", text));
      if (!failed.isEmpty()) {
        blocks.put("failed", String.join("; ", failed));
      }
      DuelFolder.write(file, bytes(json));
    }
  }

  private static byte[] text(DuelPlan plan, Side side, List<DuelCell> alone) throws IOException {
    ObjectNode json = DuelFolder.JSON.createObjectNode();
    json.putObject("run").put("started", Instant.now().toString()).put("seed", plan.seed());
    json.putObject("side")
        .put("side", side.text())
        .put("origin", plan.origins().get(side))
        .put("jarSha256", plan.jars().get(side))
        .put("jvmArguments", String.join(" ", plan.jvmArgs().get(side)));
    ObjectNode cpu = json.putObject("machine").putObject("cpu");
    cpu.put("model", model()).put("coresOfJvm", Runtime.getRuntime().availableProcessors());
    json.withObject("/machine/os")
        .put("name", System.getProperty("os.name"))
        .put("kernel", System.getProperty("os.version"))
        .put("architecture", System.getProperty("os.arch"));
    json.putObject("jdk")
        .put("version", System.getProperty("java.version"))
        .put("vendor", System.getProperty("java.vendor"))
        .put("vmName", System.getProperty("java.vm.name"));
    json.putObject("blocks")
        .put("id", plan.id())
        .put("looks", plan.looks().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    if (!alone.isEmpty()) {
      json.withObject("/blocks").put("alone", labels(alone));
    }
    json.putObject("reproduce").put("command", "sh reproduce.sh");
    return bytes(json);
  }

  private static byte[] bytes(ObjectNode json) throws IOException {
    return (DuelFolder.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String labels(List<DuelCell> cells) {
    return cells.stream().map(DuelCell::label).collect(Collectors.joining("; "));
  }

  private static String model() throws IOException {
    if (!Files.isReadable(CPUS)) {
      return "not known";
    }
    return Files.readAllLines(CPUS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst("^.*:\\s*", ""))
        .findFirst()
        .orElse("not known");
  }
}
