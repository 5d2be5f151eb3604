package dev.heddle.docs;

import static dev.heddle.docs.ShownCommand.Program.BENCHMARKS_JAR;
import static dev.heddle.docs.ShownCommand.Program.LAUNCHER;
import static dev.heddle.docs.ShownCommand.Program.REPORTS_JAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.docs.ShownCommand.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownCommandTest {

  private static final Path FILE = Path.of("a.md");

  @Test
  void commandsStandInBlocksAndInText() {
    assertThat(commands("Type `heddle list`.\n\n```sh\n$ scripts/heddle run --quick\n```\n"))
        .containsExactly(command(LAUNCHER, "run", "--quick"), command(LAUNCHER, "list"));
  }

  @Test
  void theJarsAreCommandsToo() {
    String block =
        """
        ```
        java -Xmx1g -jar benchmarks/target/benchmarks.jar -l
        java -jar reports/target/reports.jar report a.json
        java -jar other.jar -l
        ```
        """;

    assertThat(commands(block))
        .containsExactly(command(BENCHMARKS_JAR, "-l"), command(REPORTS_JAR, "report", "a.json"));
  }

  @Test
  void wordsAreSplitAsAShellDoes() {
    String block =
        """
        ```
        JAVA_HOME=/jdk ./scripts/heddle run --out "two words" \\
          --model 'a,b'   # why
        cd x && scripts/heddle report results 2>/dev/null | tail; scripts/heddle list
        # scripts/heddle in a comment
        ```
        """;

    assertThat(commands(block))
        .containsExactly(
            command(LAUNCHER, "run", "--out", "two words", "--model", "a,b"),
            command(LAUNCHER, "report", "results"),
            command(LAUNCHER, "list"));
  }

  @Test
  void aPathAloneIsNoCommand() {
    assertThat(commands("See `scripts/heddle` and `mvn verify`.")).isEmpty();
  }

  private static List<ShownCommand> commands(String markdown) {
    return Page.parse(FILE, markdown).commands();
  }

  private static ShownCommand command(Program program, String... arguments) {
    return new ShownCommand(FILE, program, List.of(arguments));
  }
}
