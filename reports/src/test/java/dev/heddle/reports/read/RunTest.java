package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.reports.read.Environment.Fact;
import dev.heddle.reports.read.Environment.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

  private static final String ENVIRONMENT =
      """
      {
        "custom" : { "answer" : 42 },
        "resumed" : false,
        "machine" : { "cpu" : { "logicalCores" : 2, "flags" : ["a", "b"], "UseNUMA" : true }, "totalBytes" : 25276514304, "swap" : null },
        "ranking" : [ { "what" : "pool", "value" : "cached", "why" : "reuse" } ],
        "reproduce" : { "command" : "scripts/heddle run --quick" }
      }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aFolderIsItsResultsAndItsEnvironment() throws IOException {
    write("results.json", "[]");
    write("environment.json", ENVIRONMENT);

    Run run = Run.read(folder);

    assertThat(run.cells()).isEmpty();
    assertThat(run.hasRounds()).isTrue();
    assertThat(run.environment().flatMap(Environment::command))
        .contains("scripts/heddle run --quick");
  }

  @Test
  void environmentTablesComeInReadingOrderWithReadableNames() throws IOException {
    write("results.json", "[]");
    write("environment.json", ENVIRONMENT);

    assertThat(Run.read(folder).environment().orElseThrow().tables())
        .containsExactly(
            new Table("Overview", List.of(new Fact("resumed", "false"))),
            new Table(
                "machine",
                List.of(
                    new Fact("cpu › logical cores", "2"),
                    new Fact("cpu › flags", "a b"),
                    new Fact("cpu › UseNUMA", "true"),
                    new Fact("total", "23.5 GiB"),
                    new Fact("swap", "not known"))),
            new Table("ranking", List.of(new Fact("pool", "cached · reuse"))),
            new Table("custom", List.of(new Fact("answer", "42"))));
  }

  @Test
  void aFileOfAnotherNameHasNoEnvironment() throws IOException {
    write("environment.json", ENVIRONMENT);

    Run run = Run.read(write("jmh.json", "[]"));

    assertThat(run.environment()).isEmpty();
    assertThat(run.hasRounds()).isFalse();
  }

  @Test
  void aFolderWithoutResultsIsRefused() {
    assertThatThrownBy(() -> Run.read(folder))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("is a folder without results.json; expected");
  }

  @Test
  void aBrokenEnvironmentIsNamed() throws IOException {
    write("results.json", "[]");
    Path environment = write("environment.json", "{ \"cut\" : ");

    assertThatThrownBy(() -> Run.read(folder))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(environment + ": is not JSON");
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
