package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another runtime under the loads of a run: shown beside the models, and in nothing said of them.
 */
class LoadReferencePageTest {

  private static final Path SAMPLE = Path.of("src/test/resources/under-load");
  private static final String NAME = "asyncio · aiohttp 3.8.4 · uvloop · CPython 3.11.2";
  private static final String GROUND =
      """
      "common_ground": {
        "connections at most": { "models": "10,000", "reference": "9,999" },
        "fork": { "models": "a JVM", "reference": "a process of Python" } },
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void aLoad() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.resolve(".."));
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void noSentenceOnTheModelsKnowsOfIt() throws IOException {
    List<String> alone = sentences(page());
    aReference("5");

    assertThat(Run.read(folder).load()).hasSize(8);
    assertThat(sentences(page())).hasSizeGreaterThan(1).isEqualTo(alone);
  }

  @Test
  void itHasAGreyCurveAndRowsWithRuntimeVersionAndClient() throws IOException {
    String without = page();
    aReference("5");
    String page = page();

    assertThat(without).doesNotContain("s-reference\"", "Grey is another runtime");
    assertThat(page)
        .contains("f-reference", "s-reference", NAME + ": ")
        .contains("Grey: a reference from another runtime, not ranked.")
        .contains("Its driver shares the event loop")
        .contains("4 forks of a reference");
    assertThat(rows(page))
        .anyMatch(row -> row.startsWith(NAME + "|400|1/2|408|"))
        .anyMatch(row -> row.startsWith(NAME + "|50|round 1|the driver's lag has a p99 of"));
  }

  @Test
  void bothSidesOfTheCommonGroundStandAtTheLoad() throws IOException {
    aReference("5");
    Path environment = folder.resolve("environment.json");
    Files.writeString(environment, Files.readString(environment).replaceFirst("\\{", "{" + GROUND));

    assertThat(rows(page()))
        .contains("connections at most|10,000|9,999", "fork|a JVM|a process of Python")
        .noneMatch(row -> row.contains("›"));
  }

  @Test
  void oneThatWasOfferedAnotherLoadIsNamed() throws IOException {
    aReference("7");

    assertThat(page())
        .contains("4 of the 4 forks of reference-load: no load of this run offers the same")
        .doesNotContain("Grey is another runtime");
  }

  @Test
  void aDamagedOneIsNamedAndTheModelsAreShown() throws IOException {
    aReference("5");
    Files.delete(folder.resolve("reference-load/round-01_asyncio_50.hlog"));

    Run run = Run.read(folder);

    assertThat(run.load()).hasSize(8);
    assertThat(run.referenceLoad()).isEmpty();
    assertThat(run.problems()).singleElement().asString().contains("asyncio_50.hlog: does not");
  }

  /** What virtual threads took, as if it had been asyncio. */
  private void aReference(String fanOut) throws IOException {
    Path to = Files.createDirectories(folder.resolve("reference-load"));
    try (Stream<Path> files = Files.list(folder.resolve("load"))) {
      for (Path file : files.filter(f -> f.toString().contains("virtual-threads")).toList()) {
        String text = Files.readString(file);
        Files.writeString(
            to.resolve(file.getFileName().toString().replace("virtual-threads", "asyncio")),
            file.toString().endsWith(".json") ? asAsyncio(text, fanOut) : text);
      }
    }
  }

  private static String asAsyncio(String json, String fanOut) {
    return json.replace("\"model\" : \"virtual-threads\"", "\"model\" : \"asyncio\"")
        .replace(
            "\"transport\" : \"default\"",
            "\"loop\": \"uvloop\", \"client\": \"aiohttp 3.8.4\", \"runtime\": \"CPython 3.11.2\"")
        .replace("\"fan-out\" : \"5\"", "\"fan-out\" : \"%s\"".formatted(fanOut));
  }

  private String page() throws IOException {
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(Run.read(folder)), page);
    return page.toString();
  }

  private static List<String> sentences(String page) {
    return Pattern.compile("<p class=\"(?:answer|headline)\">[^<]*|<li><a href=.*")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static List<String> rows(String page) {
    return Pattern.compile("(?s)<tr>(.*?)</tr>")
        .matcher(page)
        .results()
        .map(match -> match.group(1).replaceAll("\\s*</t[hd]>\\s*(?=<)", "|"))
        .map(row -> row.replaceAll("<[^>]*>", "").strip().replaceFirst("\\|$", ""))
        .toList();
  }
}
