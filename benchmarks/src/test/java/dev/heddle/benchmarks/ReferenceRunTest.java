package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, with real forks of Java and a Python that is made up. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReferenceRunTest {

  private static final String ENTRY =
      """
      [{"benchmark": "dev.heddle.benchmarks.GatherBenchmark.gather", "mode": "avgt", "forks": 1,
        "params": {"model": "asyncio", "loop": "asyncio"},
        "primaryMetric": {"score": 3.0, "scoreUnit": "us/op", "rawData": [[2.0, 4.0]]},
        "secondaryMetrics": {}}]
      """;

  @TempDir Path temp;

  @Test
  void aReferenceIsMeasuredInEachRoundAndKeptInAFileOfItsOwn() throws Exception {
    Files.writeString(temp.resolve("entry.json"), ENTRY);
    String python =
        script(
            """
            [ "$1" = -c ] || {
              for word; do out=$word; done
              cp %s/entry.json "$out"
            }
            """
                .formatted(temp));
    Path folder = temp.resolve("results");

    Ended ended = run("-Dheddle.root=..", python, folder);

    assertThat(ended.exitCode()).as(ended.said()).isZero();
    JsonNode reference = read(folder.resolve("reference.json"));
    assertThat(reference).hasSize(1);
    assertThat(reference.at("/0/forks").asInt()).isEqualTo(2);
    assertThat(reference.at("/0/primaryMetric/rawData")).hasSize(2);
    assertThat(read(folder.resolve("results.json")))
        .hasSize(1)
        .allMatch(cell -> cell.at("/params/model").asText().equals("VIRTUAL_THREADS"));
    assertThat(read(folder.resolve("environment.json")).at("/common_ground/status"))
        .isEqualTo(
            JsonMapper.builder().build().readTree("{\"models\":\"200\",\"reference\":\"200\"}"));
    assertThat(Files.readString(folder.resolve("reproduce.sh")))
        .contains("--reference asyncio --reference-client asyncio+aiohttp");
  }

  @Test
  void aForkOfPythonThatFailsIsKeptAsOneThatFailed() throws Exception {
    String python = script("[ \"$1\" = -c ] || { echo 'no such stub' >&2; exit 1; }");
    Path folder = temp.resolve("results");

    Ended ended = run("-Dheddle.root=..", python, folder);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ended.said()).contains("FAILED", "Python exited with 1");
    assertThat(read(folder.resolve("results.json"))).hasSize(1);
    assertThat(folder.resolve("failed")).isDirectoryRecursivelyContaining("glob:**asyncio**.txt");
  }

  @Test
  void whatIsMissingIsSaidInASentenceBeforeAnythingIsMeasured() throws Exception {
    Path folder = temp.resolve("results");

    Ended ended = run("-Dheddle.root=..", script("echo uvloop"), folder);

    assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(ended.said()).contains("uvloop missing", "apt-get install").doesNotContain("\tat ");
    assertThat(folder).doesNotExist();
  }

  @Test
  void aJarWithoutACheckoutSaysThatItNeedsOne() throws Exception {
    Ended ended = run("-Dno.root=", script(""), temp.resolve("results"));

    assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(ended.said()).contains("scripts/asyncio", "heddle.root").doesNotContain("\tat ");
  }

  private record Ended(int exitCode, String said) {}

  private static Ended run(String property, String python, Path folder) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--model=virtual-threads", "--work=no-op", "--fan-out=2"));
    arguments.addAll(List.of("--rounds=2", "--timing=1x20+2x20", "--out=" + folder));
    arguments.addAll(
        List.of("--reference=asyncio", "--reference-client=asyncio+aiohttp", "--python=" + python));
    Process process = HeddleProcess.start(List.of(property), arguments);
    String said = process.inputReader().readAllAsString();
    return new Ended(process.waitFor(), said);
  }

  private String script(String body) throws Exception {
    String described = "case \"$*\" in *--describe*) echo '{\"status\": \"200\"}'; exit;; esac\n";
    Path file = Files.writeString(temp.resolve("python"), "#!/bin/sh\n" + described + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file.toString();
  }

  private static JsonNode read(Path file) throws Exception {
    return JsonMapper.builder().build().readTree(file.toFile());
  }
}
