package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Environment.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceFileTest {

  private static final String FILE =
      """
      { "format_version": 1, "later": 2, "forks": [
        { "cell": "a", "pinned": 0, "pinned_ms": 0, "longest_ms": 0, "submit_failed": 0,
          "carriers": 2 },
        { "cell": "b", "pinned": 1234, "pinned_ms": 5.67, "longest_ms": 0.125, "submit_failed": 3,
          "carriers": 4 } ] }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void eachForkIsALine() throws IOException {
    Run run = read(FILE);

    assertThat(run.problems()).isEmpty();
    assertThat(run.evidence().orElseThrow().facts())
        .containsExactly(
            new Fact("a", "never pinned; all threads taken; 2 carriers"),
            new Fact(
                "b",
                "pinned 1,234 times, 5.7 ms in all, 0.13 ms at most; 3 threads not taken; 4"
                    + " carriers"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{ \"format_version\": 2, \"forks\": [] }",
        "{ \"format_version\": 1 }",
        "{ \"format_version\": 1, \"forks\": [ { \"cell\": \"a\" } ] }",
        "{ { ",
      })
  void aDamagedFileCostsNoMoreThanItself(String content) throws IOException {
    Run run = read(content);

    assertThat(run.evidence()).isEmpty();
    assertThat(run.problems())
        .singleElement()
        .asString()
        .contains("evidence.json", "in format version 1");
  }

  private Run read(String evidence) throws IOException {
    Files.writeString(folder.resolve("results.json"), "[]");
    Files.writeString(folder.resolve("evidence.json"), evidence);
    return Run.read(folder);
  }
}
