package dev.heddle.reports.duel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * {@code environment.json} of one side: where the duel ran, whose jar, and which blocks pair it.
 */
final class DuelEnvironment {

  private static final Path CPUS = Path.of("/proc/cpuinfo");

  private DuelEnvironment() {}

  static void write(DuelFolder folder, DuelPlan plan) throws IOException {
    for (Side side : Side.values()) {
      Path file = folder.side(side).resolve("environment.json");
      if (!Files.exists(file)) {
        DuelFolder.write(file, text(plan, side));
      }
    }
  }

  private static byte[] text(DuelPlan plan, Side side) throws IOException {
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
    json.putObject("reproduce").put("command", "sh reproduce.sh");
    return (DuelFolder.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n")
        .getBytes(StandardCharsets.UTF_8);
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
