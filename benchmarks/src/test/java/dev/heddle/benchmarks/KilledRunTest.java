package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, with real forks. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledRunTest {

  @TempDir Path temp;

  @Test
  void aRunKilledHalfWayResumesAndEndsWithTheSameCells() throws Exception {
    Path folder = temp.resolve("results");
    Process run = start(runArguments(folder, "fetch"));
    awaitLine(run, "1/6");
    List<ProcessHandle> early = run.descendants().toList();
    awaitLine(run, "3/6");
    List<ProcessHandle> started = awaitFork(run, early);
    assertThat(started).as("the stub is there from the first fork on").containsAnyElementsOf(early);
    run.destroyForcibly().waitFor();

    for (ProcessHandle process : started) {
      ProcessHandle _ = process.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(started).noneMatch(ProcessHandle::isAlive);
    assertThat(forkFiles(folder)).hasSizeBetween(3, 5);
    JsonNode firstPlan = read(folder.resolve("run.json"));

    Process resumed = start(List.of("run", "--resume", "--out", folder.toString()));
    drain(resumed);

    assertThat(resumed.waitFor()).isZero();
    assertThat(forkFiles(folder)).hasSize(6);
    assertThat(read(folder.resolve("run.json"))).isEqualTo(firstPlan);
    JsonNode results = read(folder.resolve("results.json"));
    assertThat(results).hasSize(2);
    assertThat(results)
        .allSatisfy(cell -> assertThat(cell.at("/primaryMetric/rawData")).hasSize(3));
    assertThat(read(folder.resolve("environment.json")).path("resumed")).hasSize(1);
  }

  @Test
  void aRunThatIsToldToEndLeavesItsResultsMergedAndSaysHowToGoOn() throws Exception {
    Path folder = temp.resolve("results");
    Process run = start(runArguments(folder, "no-op"));
    BufferedReader lines = awaitLine(run, "1/6");
    JsonNode capabilities = read(folder.resolve("capabilities.json"));

    run.toHandle().destroy(); // Process.destroy would close the streams as well.

    String rest = String.join("\n", lines.readAllLines());
    assertThat(run.waitFor()).isEqualTo(128 + 15);
    assertThat(rest).contains("Go on with: scripts/heddle run --resume --out " + folder);
    assertThat(read(folder.resolve("results.json"))).isNotEmpty();
    assertThat(capabilities.path("patterns")).as("there while forks run").isNotEmpty();
  }

  private static List<String> runArguments(Path folder, String work) {
    return List.of(
        "run",
        "--work=" + work,
        "--model=virtual-threads,platform-threads",
        "--fan-out=2",
        "--rounds=3",
        "--timing=1x20+1x20",
        "--out=" + folder);
  }

  private static Process start(List<String> arguments) throws Exception {
    return HeddleProcess.start(List.of(), arguments);
  }

  private static BufferedReader awaitLine(Process process, String beginning) throws Exception {
    BufferedReader lines = process.inputReader();
    List<String> seen = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      if (line.startsWith(beginning)) {
        return lines;
      }
    }
    throw new AssertionError("No line '%s' in %s".formatted(beginning, seen));
  }

  /** The processes below a run at a moment when a fork is among them that is none of the early. */
  private static List<ProcessHandle> awaitFork(Process run, List<ProcessHandle> early) {
    while (run.isAlive()) {
      List<ProcessHandle> below = run.descendants().toList();
      if (!early.containsAll(below)) {
        return below;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("The run ended before a fork was seen");
  }

  private static void drain(Process process) throws Exception {
    assertThat(process.inputReader().readAllLines()).isNotEmpty();
  }

  private static List<Path> forkFiles(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder.resolve("forks"))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private static JsonNode read(Path file) throws Exception {
    return JsonMapper.builder().build().readTree(file.toFile());
  }
}
