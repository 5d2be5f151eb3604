package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of the kept runs is what their raw data say. */
class ReferenceResultsTest {

  private static final Path README = Path.of("../README.md");
  private static final Path KEPT = Path.of("reference/0.1.0");

  @TempDir private Path folder = Path.of("");

  @Test
  void theTableOfTheReadmeIsTheOneThatTheKeptRunsGive() throws IOException {
    Path again = Files.copy(README, folder.resolve("README.md"));

    assertThat(headline(again)).isEmpty();

    assertThat(again)
        .as(
            "mvn verify changes nothing; reports/reference/0.1.0/README.md has the command that"
                + " does")
        .hasSameTextualContentAs(README);
    assertThat(README).content().contains("| gather: ", "| highest rate with ");
  }

  /** In the order of their names, as a shell gives them. */
  private static List<Path> runs() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      List<Path> runs = files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
      assertThat(runs).hasSize(5);
      return runs;
    }
  }

  private static String headline(Path into) throws IOException {
    List<String> args = new ArrayList<>(List.of("headline"));
    runs().forEach(run -> args.add(run.toString()));
    args.addAll(List.of("--where", "tier=contract", "--into", into.toString()));
    StringWriter said = new StringWriter();
    int code =
        Reports.commandLine()
            .setErr(new PrintWriter(said, true))
            .execute(args.toArray(String[]::new));
    assertThat(code).as(said.toString()).isZero();
    return said.toString();
  }
}
