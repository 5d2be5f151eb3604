package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.capability.Pattern;
import dev.heddle.model.Model;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

  @TempDir Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--model fibers | 'fibers' is unknown; available: platform-threads, virtual-threads",
        "--model VIRTUAL_THREADS | available: platform-threads",
        "--pattern sprint | 'sprint' is unknown; available: gather, group",
        "--pattern shield --tier idiom | 'shield' has no idiom on 'platform-threads'",
        "--pattern create-cancel --work no-op | not measured over work 'no-op'",
        "--pattern group-failure --work sleep | allowed: fetch",
        "--pool 5 --model virtual-threads | 'virtual-threads' has no pool of 5 as 'contract'",
        "--transport apache --work fetch --model netty-event-loop | allowed: default, netty, jdk",
        "--pool -1 | pool is '-1'; allowed: a number",
        "--beside noise | available: none, cpu, file",
        "--tier both | 'both' is unknown; available: contract, idiom",
        "--work nothing | available: no-op, sleep, compute, fetch",
        "--transport pigeon | available: default, socket, apache, netty, jdk",
        "--fan-out 0 | '0' is not a number from 1 to 1000000",
        "--fan-out ten | 'ten' is not a number from 1 to 1000000",
        "--rounds 0 | rounds is 0; allowed: 1 or more",
        "--rounds many | 'many' is not an int",
        "--timing 5 | '5' is no timing; a timing is WARMUPSxMS+ITERATIONSxMS",
        "--timing 5x0+1x1 | allowed: 0 or more warm-ups",
        "--quick --standard | mutually exclusive",
        "--verbose | Unknown option: '--verbose'",
      })
  void aWrongOptionIsAnsweredByWhatIsAllowed(String options, String answer) {
    int code = execute(("run --dry-run " + options).split(" "));

    assertThat(code).isEqualTo(64);
    assertThat(err.toString()).contains(answer).doesNotContain("\tat ");
    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(3);
  }

  @Test
  void noCommandListsTheCommands() {
    assertThat(execute()).isEqualTo(64);
    assertThat(err.toString()).contains("run, load, calibrate, evidence, check, list, stub");
  }

  @Test
  void aDryRunPrintsTheCellsAndRunsNothing() {
    Path folder = temp.resolve("results");

    int code = execute("run", "--quick", "--dry-run", "--out", folder.toString());

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("GatherBenchmark.gather netty-event-loop contract default fetch 100")
        .contains("10 cells x 5 rounds");
    assertThat(folder).doesNotExist();
  }

  @Test
  void optionsReplaceTheMatrixsValues() {
    execute(
        "run", "--dry-run", "--model", "virtual-threads", "--work", "no-op", "--fan-out", "5,10");

    assertThat(out.toString().lines())
        .startsWith(
            "GatherBenchmark.gather virtual-threads contract default no-op 5",
            "GatherBenchmark.gather virtual-threads contract default no-op 10")
        .hasSize(3);
  }

  @Test
  void severalPatternsAreMeasuredInOneRun() {
    String options =
        "--pattern gather,group --tier contract,idiom --work no-op --rounds 10 --prof gc";

    execute(("run --dry-run " + options).split(" "));

    assertThat(out.toString())
        .contains("GatherBenchmark.gather netty-event-loop idiom default no-op 100")
        .contains("GroupBenchmark.group netty-event-loop idiom default no-op 100")
        .contains("20 cells x 10 rounds");
  }

  @Test
  void aFolderInUseIsRefusedWithoutBeingTouched() throws Exception {
    Path file = Files.writeString(temp.resolve("results.json"), "[]");

    int code = execute("run", "--work", "no-op", "--out", temp.toString());

    assertThat(code).isEqualTo(64);
    assertThat(err.toString()).contains("is not empty").contains("--resume");
    assertThat(file).hasContent("[]");
  }

  @Test
  void aRunWhoseStubDoesNotAnswerLeavesAFolderThatANewRunTakes() {
    String[] run = {
      "run", "--work=fetch", "--stub=http://127.0.0.1:1", "--out=" + temp.resolve("results")
    };

    assertThat(execute(run)).isEqualTo(2);
    assertThat(execute(run)).as("not refused as 'not empty'").isEqualTo(2);
    assertThat(err.toString()).doesNotContain("is not empty");
  }

  @Test
  void nothingToResumeIsSaid() {
    assertThat(execute("run", "--resume", "--out", temp.toString())).isEqualTo(64);
    assertThat(err.toString()).contains("Nothing to resume");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "run --version", "list --version"})
  void everyCommandTellsTheVersion(String command) {
    assertThat(execute(command.split(" "))).isZero();
    assertThat(out.toString()).startsWith("heddle ");
  }

  @Test
  void listNamesPatternsModelsAndMatrices() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString())
        .contains(
            "gather, group", "virtual-threads", "completable-future", "--quick", "--rigorous");
  }

  @Test
  void listNamesTheReferenceAndItsClients() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString())
        .containsPattern("References: +asyncio\n +clients +asyncio\\+aiohttp, asyncio\\+httpx");
  }

  @Test
  void listNamesTheScenariosThatShip() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString()).contains("\n  hedge        Two replicas of which");
  }

  @Test
  void semanticsAreShownForEveryPatternOnEveryModelWithWhatHandWrittenFormsLeaveOut() {
    assertThat(execute("list", "--semantics")).isZero();

    List<String> lines = out.toString().lines().toList();
    for (Pattern pattern : Pattern.values()) {
      String name = pattern.commandLineName();
      assertThat(lines).anyMatch(line -> line.matches(name + "( +(native|added|emulated)){5}"));
      assertThat(lines).anyMatch(line -> line.matches(name + "( \\(asyncio: .*\\))?: .*"));
    }
    for (Model model : Model.values()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("  " + model.commandLineName()))
          .hasSizeGreaterThan(Pattern.values().length)
          .anyMatch(line -> line.contains(" by hand "));
    }
    assertThat(out.toString()).doesNotContain("Matrices");
  }

  private int execute(String... args) {
    CommandLine commandLine = Heddle.commandLine();
    return commandLine
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
