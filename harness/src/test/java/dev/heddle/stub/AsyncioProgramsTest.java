package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncioProgramsTest {

  private static final Path FOLDER = Path.of("..", "scripts", "asyncio");

  private static Optional<String> python = Optional.empty();

  private StubServer server;

  @BeforeAll
  static void findPython() throws Exception {
    python = Python.find();
  }

  @BeforeEach
  void start() throws IOException {
    server = StubServer.start(StubOptions.DEFAULT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void printsWhatItsReadmeSays(String program) throws Exception {
    ExternalProgram run = run(program, server.address().toString());
    assertThat(run).isEqualTo(new ExternalProgram(0, shownOutput(program), ""));
  }

  @ParameterizedTest
  @CsvSource({"cancel.py, 1", "task_group.py, 2", "timeout.py, 1", "wait_first.py, 2"})
  void closesTheConnectionsOfWhatItCancels(String program, long cancelled) throws Exception {
    ExternalProgram run = run(program, server.address().toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats.inFlight()).isZero();
    assertThat(stats.abortedByClient()).isEqualTo(cancelled);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void saysInOneSentenceThatItNeedsAnAddressAndExitsWith64(String program) throws Exception {
    ExternalProgram run = run(program, "");
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("HEDDLE_STUB", "http://");
  }

  private static ExternalProgram run(String program, String address) throws Exception {
    // Here and not before all tests: a class that is given up as a whole is not told as skipped.
    String interpreter = python.orElseGet(Python::missing);
    return ExternalProgram.run(
        List.of(interpreter, FOLDER.resolve(program).toString()), Map.of("HEDDLE_STUB", address));
  }

  /** The lines that follow the program's command in the README, up to the next one. */
  private static String shownOutput(String program) throws IOException {
    String command = "$ python3 scripts/asyncio/" + program;
    try (Stream<String> lines = Files.lines(FOLDER.resolve("README.md"))) {
      return lines
          .dropWhile(line -> !line.equals(command))
          .skip(1)
          .takeWhile(line -> !line.startsWith("$ ") && !line.equals("```"))
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }
}
