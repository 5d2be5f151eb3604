package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shared cases, which every model is held to as well, played on asyncio. */
class AsyncioContractTest {

  private static final Path PROGRAM = Path.of("..", "scripts", "asyncio", "contract");
  private static final Path README = Path.of("..", "scripts", "asyncio", "README.md");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "contract: (\\d+) lines, (\\d+) agree, (\\d+) differ as Python (\\S+) is expected to,"
              + " 0 are unexplained");

  @TempDir private Path folder;

  @Test
  void asyncioDoesWhatTheModelsDoOrDiffersAsItsVersionIsExpectedTo() throws Exception {
    ExternalProgram run = run();
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.err()).isEmpty();
    MatchResult summary = summary(run.out());
    assertThat(Integer.parseInt(summary.group(1))).isEqualTo(lines().size());
    assertThat(Integer.parseInt(summary.group(2)) + Integer.parseInt(summary.group(3)))
        .isEqualTo(lines().size());
    if (summary.group(4).equals("3.11.2")) {
      assertThat(Files.readString(README)).contains(run.out());
    }
  }

  @Test
  void soDoesUvloop() throws Exception {
    ExternalProgram run = run("--loop", "uvloop");
    assertThat(run.exitCode()).as(run.toString()).isZero();
  }

  @Test
  void theReadmeCountsTheLinesThatThereAre() throws Exception {
    assertThat(summary(Files.readString(README)).group(1))
        .isEqualTo(String.valueOf(lines().size()));
  }

  @Test
  void aCaseThatSaysSomethingElseIsAnErrorThatNamesItsStep() throws Exception {
    ExternalProgram run =
        runCase(
            "[{\"start\": \"t\", \"plan\": {\"value\": 1}}, {\"end\": \"t\", \"value\": 2}]", "");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("T7: DISAGREES: step 2: t: {'value': 1}, not {'value': 2}");
  }

  @Test
  void aDifferenceThatIsNotThereIsAnError() throws Exception {
    ExternalProgram run =
        runCase(
            "[{\"start\": \"t\", \"plan\": {\"value\": 1}}, {\"end\": \"t\", \"value\": 1}]",
            "\"differs\": {\"before\": \"99.0\", \"because\": \"it is told so\"},");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("T7: agrees, though it is said to differ: it is told so");
  }

  private ExternalProgram runCase(String steps, String difference) throws Exception {
    Files.writeString(
        folder.resolve("cases.json"),
        "[{\"line\": \"T7\", \"title\": \"a case\", %s \"steps\": %s}]"
            .formatted(difference, steps));
    return run("--cases", folder.toString());
  }

  private static ExternalProgram run(String... arguments) throws Exception {
    String interpreter = Python.find().orElseGet(Python::missing);
    List<String> command = new ArrayList<>(List.of(interpreter, "-B", PROGRAM.toString()));
    command.addAll(List.of(arguments));
    return ExternalProgram.run(command);
  }

  private static MatchResult summary(String text) {
    return SUMMARY.matcher(text).results().findFirst().orElseThrow(() -> new AssertionError(text));
  }

  private static Set<String> lines() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAM.resolve("cases"))) {
      return files.flatMap(file -> lines(file).stream()).collect(Collectors.toSet());
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Pattern.compile("\"line\": \"(\\w+)\"")
          .matcher(Files.readString(file))
          .results()
          .map(line -> line.group(1))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
