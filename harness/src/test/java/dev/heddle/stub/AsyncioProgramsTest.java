package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncioProgramsTest {

  private static final Path FOLDER = Path.of("..", "scripts", "asyncio");

  private static final List<String> CLIENTS = List.of("aiohttp", "httpx");

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

  /** Every program on aiohttp, and all but one on httpx: its README says why. */
  static List<Arguments> programsOnClients() throws IOException {
    return programs().stream()
        .flatMap(
            program ->
                CLIENTS.stream()
                    .filter(client -> !(program.equals("timeout.py") && client.equals("httpx")))
                    .map(client -> Arguments.of(program, client)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programsOnClients")
  void printsOnEachClientWhatItsReadmeSays(String program, String client) throws Exception {
    ExternalProgram run = run(program, address(), "--client", client);
    assertThat(run).isEqualTo(new ExternalProgram(0, shownOutput(program), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "cancel.py, aiohttp, 1",
    "cancel.py, httpx, 1",
    "task_group.py, aiohttp, 2",
    "task_group.py, httpx, 2",
    "timeout.py, aiohttp, 1",
    "wait_first.py, aiohttp, 2",
    "wait_first.py, httpx, 2"
  })
  void closesTheConnectionsOfWhatItCancels(String program, String client, long cancelled)
      throws Exception {
    ExternalProgram run = run(program, address(), "--client", client);
    assertThat(run.exitCode()).as(run.err()).isZero();
    StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
    assertThat(stats.inFlight()).isZero();
    assertThat(stats.abortedByClient()).isEqualTo(cancelled);
  }

  @Test
  void takesTheAddressFromItsArgumentBeforeTheEnvironments() throws Exception {
    ExternalProgram run = runIn("http://127.0.0.1:1", "gather.py", address());
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void takesTheAddressFromTheEnvironmentWithoutAnArgument() throws Exception {
    ExternalProgram run = runIn(address(), "gather.py");
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void saysInOneSentenceThatItNeedsAnAddressAndExitsWith64(String program) throws Exception {
    ExternalProgram run = run(program);
    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains("HEDDLE_STUB", "http://");
  }

  private String address() {
    return server.address().toString();
  }

  private static ExternalProgram run(String program, String... arguments) throws Exception {
    return runIn("", program, arguments);
  }

  private static ExternalProgram runIn(String variable, String program, String... arguments)
      throws Exception {
    // Here and not before all tests: a class that is given up as a whole is not told as skipped.
    String interpreter = python.orElseGet(Python::missing);
    List<String> command = new ArrayList<>();
    command.addAll(List.of(interpreter, "-B", FOLDER.resolve(program).toString()));
    command.addAll(List.of(arguments));
    return ExternalProgram.run(command, Map.of("HEDDLE_STUB", variable));
  }

  /** The lines that follow the program's command in the README, up to the next one. */
  private static String shownOutput(String program) throws IOException {
    String command = "$ python3 scripts/asyncio/" + program;
    try (Stream<String> lines = Files.lines(FOLDER.resolve("README.md"))) {
      return lines
          .dropWhile(line -> !line.startsWith(command))
          .skip(1)
          .takeWhile(line -> !line.startsWith("$ ") && !line.equals("```"))
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }
}
