package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {

  private static final Path REFERENCE = Path.of("src/test/resources/reference.json");

  @TempDir private Path folder = Path.of("");

  @Test
  void itsResultsStandBesideTheRunsAndAreNoneOfThem() throws IOException {
    Run run = with(Files.readString(REFERENCE));

    assertThat(run.cells()).isEmpty();
    assertThat(run.problems()).isEmpty();
    assertThat(run.reference())
        .extracting(cell -> cell.params().get("client"))
        .containsExactly("aiohttp 3.8.4", "aiohttp 3.8.4", "httpx 0.23.3", "none");
  }

  @Test
  void aRunWithoutItHasNone() throws IOException {
    Files.writeString(folder.resolve("results.json"), "[]");

    assertThat(Run.read(folder).reference()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "tier": "reference" | "tier": "CONTRACT" | gather with the tier 'CONTRACT'; expected the reference.json
          "model": "asyncio"  | "modul": "asyncio" | gather without a model; expected the reference.json
          "mode": "avgt"      | "mode": "fast"     | mode 'fast' is not one of
          """)
  void aBadOneIsNamedAndLeftOut(String good, String bad, String said) throws IOException {
    Run run = with(Files.readString(REFERENCE).replace(good, bad));

    assertThat(run.reference()).isEmpty();
    assertThat(run.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("reference.json") + ": ")
        .contains(said);
  }

  private Run with(String reference) throws IOException {
    Files.writeString(folder.resolve("results.json"), "[]");
    Files.writeString(folder.resolve("reference.json"), reference);
    return Run.read(folder);
  }
}
