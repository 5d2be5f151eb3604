package dev.heddle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.BenchmarksCommandLine;
import dev.heddle.reports.command.ReportsCommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

  /** Flags that text may name and that are the JVM's, not Heddle's. */
  private static final Set<String> OF_JVM =
      Set.of(
          "--enable-preview",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  static List<ShownCommand> shownCommands() {
    return pages().flatMap(page -> page.commands().stream()).toList();
  }

  static List<String> shownFlags() {
    return pages()
        .flatMap(page -> page.spans().stream())
        .filter(span -> span.startsWith("--"))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("shownCommands")
  void everyShownCommandParses(ShownCommand command) {
    assertThat(CommandCheck.problem(command)).as(command.page().toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shownFlags")
  void everyFlagInTextExists(String flag) {
    String name = flag.split("[ =]", 2)[0];

    assertThat(OF_JVM.contains(flag) || CommandCheck.isOption(name)).isTrue();
  }

  @Test
  void theOptionsOfPythonProgramsAreFoundInTheirSources() {
    assertThat(PythonOptions.names()).contains("--pairs", "--paranoid", "--client", "--latency");
    assertThat(CommandCheck.isOption("--paranoyd")).isFalse();
  }

  @Test
  void theReadmeShowsTheMainJob() {
    Path readme = Repository.here().root().resolve("README.md");

    assertThat(Page.read(readme).commands())
        .extracting(ShownCommand::arguments)
        .contains(List.of("run", "--quick", "--out", "results"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scripts/heddle rnu",
        "scripts/heddle run --quik",
        "scripts/heddle run --fan-out many",
        "scripts/heddle run --model virtual",
        "scripts/heddle report --out page.html",
        "java -jar benchmarks/target/benchmarks.jar --rff",
        "java -jar benchmarks/target/benchmarks.jar NoSuchBenchmark",
        "java -jar reports/target/reports.jar reprot a.json"
      })
  void aCommandThatWouldBeRefusedIsFound(String shown) {
    Page page = Page.parse(Path.of("a.md"), "```\n" + shown + "\n```\n");

    assertThat(page.commands()).hasSize(1);
    assertThat(page.commands()).allMatch(command -> CommandCheck.problem(command).isPresent());
  }

  @ParameterizedTest
  @MethodSource("subcommands")
  void theLauncherKnowsEveryCommand(String command) throws IOException {
    String launcher = Files.readString(Repository.here().root().resolve("scripts/heddle"));

    assertThat(launcher.lines()).anyMatch(line -> line.startsWith("  " + command + " "));
  }

  static Stream<String> subcommands() {
    return Stream.of(BenchmarksCommandLine.open(), ReportsCommandLine.open())
        .map(CommandLine::getSubcommands)
        .flatMap(commands -> commands.keySet().stream())
        .filter(command -> !command.equals("help"));
  }

  private static Stream<Page> pages() {
    return Repository.here().pages().stream();
  }
}
