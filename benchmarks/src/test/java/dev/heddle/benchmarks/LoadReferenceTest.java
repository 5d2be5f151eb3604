package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.benchmarks.reference.MissingPythonException;
import dev.heddle.benchmarks.reference.Python;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own, with real forks of Java and of Python. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LoadReferenceTest {

  private static final int RATE = 40;

  @TempDir Path temp;

  @Test
  void asyncioIsOfferedTheSameLoadAndKeptApartFromTheModels() throws Exception {
    Path folder = temp.resolve("results");

    Ended ended;
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT)) { // One that needs no warm-up.
      ended = load(python(), folder, "--stub=" + stub.address());
    }

    assertThat(ended.exitCode()).as(ended.said()).isIn(ExitCode.DONE, ExitCode.INVALID);
    assertThat(ended.said())
        .containsSubsequence(
            "virtual-threads gather x 3 over default at 40/s",
            "Reference, in no verdict:",
            "asyncio gather x 3 over aiohttp at 40/s");
    JsonNode model = read(onlyFork(folder.resolve("load")));
    JsonNode fork = read(onlyFork(folder.resolve("reference-load")));
    assertThat(fork.at("/parameters/model").asText()).isEqualTo("asyncio");
    for (String books : List.of("/books", "/warm_up_books")) {
      assertThat(fork.at(books + "/planned")).isEqualTo(model.at(books + "/planned"));
      assertThat(fork.at(books + "/succeeded")).isEqualTo(fork.at(books + "/planned"));
    }
    assertThat(fork.at("/books/planned").asInt()).isEqualTo(RATE);
    assertThat(fork.at("/exchanges/received")).isEqualTo(fork.at("/exchanges/sent"));
    assertThat(fork.at("/response_us/p50").asDouble()).isGreaterThan(30_000);
    assertThat(fork.at("/verdict/valid").isBoolean()).isTrue();
    assertThat(model(folder.resolve("results.json"))).isEqualTo("VIRTUAL_THREADS");
    assertThat(model(folder.resolve("reference.json"))).isEqualTo("asyncio");
    assertThat(Files.readString(folder.resolve("latency.hlog"))).doesNotContain("asyncio");
    JsonNode ground = read(folder.resolve("environment.json")).path("common_ground");
    assertThat(ground.size()).isGreaterThan(5);
    for (String line : List.of("connections at most", "time to connect", "time to answer")) {
      assertThat(ground.path(line).path("reference")).isEqualTo(ground.path(line).path("models"));
    }
  }

  @Test
  void whatIsMissingIsSaidInASentenceBeforeAnythingIsMeasured() throws Exception {
    Path folder = temp.resolve("results");

    Ended ended = load(temp.resolve("no-python").toString(), folder, "--pacing=park");

    assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(ended.said()).contains("not found", "apt-get install").doesNotContain("\tat ");
    assertThat(folder).doesNotExist();
  }

  /** On a machine that calls itself CI nobody reads why a test was skipped. */
  private static String python() {
    try {
      return Python.find("", List.of("aiohttp")).command();
    } catch (MissingPythonException e) {
      String message = String.valueOf(e.getMessage());
      return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
    }
  }

  private record Ended(int exitCode, String said) {}

  private static Ended load(String python, Path folder, String option) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("load", "--rate=" + RATE, "--fan-out=3"));
    arguments.addAll(List.of("--model=virtual-threads", "--latency=constant:value=30ms"));
    arguments.addAll(List.of("--arrivals=constant", "--duration=1s", "--warm-up=500ms"));
    arguments.addAll(List.of("--rounds=1", "--out=" + folder, "--reference=asyncio"));
    arguments.addAll(List.of("--reference-client=asyncio+aiohttp", "--python=" + python, option));
    Process process = HeddleProcess.start(List.of("-Dheddle.root=.."), arguments);
    String said = process.inputReader().readAllAsString();
    return new Ended(process.waitFor(), said);
  }

  /** Its log lies beside it. */
  private static Path onlyFork(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSize(2);
      assertThat(all.getFirst().toString()).endsWith(".hlog");
      return all.getLast();
    }
  }

  private static String model(Path results) throws Exception {
    JsonNode entries = read(results);
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).has("verdict")).isFalse();
    return entries.at("/0/params/model").asText();
  }

  private static JsonNode read(Path file) throws Exception {
    return JsonMapper.builder().build().readTree(file.toFile());
  }
}
