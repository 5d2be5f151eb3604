package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.CeilingBound;
import dev.heddle.reports.stats.Comparison;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reference stands beside the models, and changes nothing that is said of them. */
class ReferencePageTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @TempDir private Path folder = Path.of("");

  @Test
  void noSentenceOnTheModelsKnowsOfIt() throws IOException {
    Run alone = run();
    Run beside = runWith(reference());

    assertThat(Comparison.of(beside)).noneMatch(each -> each.references().isEmpty());
    assertThat(answers(beside)).isEqualTo(answers(alone));
    assertThat(Headline.of(Comparison.of(beside))).isEqualTo(Headline.of(Comparison.of(alone)));
    assertThat(ratios(beside)).isEqualTo(ratios(alone));
    assertThat(sentences(page(beside)))
        .hasSizeGreaterThan(3)
        .isEqualTo(sentences(page(alone)))
        .noneMatch(sentence -> sentence.contains("asyncio"));
  }

  @Test
  void itIsDrawnInGreyBelowTheModels() throws IOException {
    String page = page(runWith(reference()));

    assertThat(page)
        .contains("f-reference", "s-reference", "Grey: a reference from another runtime")
        .contains("asyncio · aiohttp 3.8.4", "uvloop · CPython 3.11.2")
        .containsSubsequence(
            "Netty event loop", "asyncio · aiohttp 3.8.4 · uvloop · CPython 3.11.2")
        .contains("reference, not ranked")
        .contains("What is grey is a <em>reference</em>");
  }

  @Test
  void theSectionHasCodeAndHowManyTimesFasterEachModelIs() throws IOException {
    String section = section(page(runWith(reference())));

    assertThat(section)
        .contains("await asyncio.gather(*(fetch(url) for url in urls))")
        .contains("new Gather&lt;&gt;(fetches)", "PromiseCombiner", "StructuredTaskScope.open(")
        .contains("times faster than asyncio + aiohttp + uvloop")
        .contains("whole client libraries on asyncio", "CPU per request", "cold first call")
        .contains("peak memory", "296 µs", "48.1 ms", "41.1 MB")
        .doesNotContain("as completed");
    assertThat(Pattern.compile("<td[^>]*>26[.][0-9] \\([0-9.]+ – [0-9.]+\\)</td>").matcher(section))
        .as("30,000 µs through 1,132 µs with an interval")
        .matches(Matcher::find);
  }

  @Test
  void withoutAReferenceNothingIsLeftOfIt() throws IOException {
    assertThat(page(run()))
        .doesNotContain("From asyncio", "<em>reference</em>", "class=\"swatch reference\"");
  }

  @Test
  void aReferenceThatDoesSomethingElseIsNamedAndHasNoSection() throws IOException {
    String page = page(runWith(reference().replace("\"fanOut\": \"100\"", "\"fanOut\": \"7\"")));

    assertThat(page)
        .contains("4 of the 4 results of reference.json: no cell of this run does the same")
        .doesNotContain("From asyncio");
  }

  @Test
  void eachOperationHasAllItsForms() {
    assertThat(AsyncioCode.OPERATIONS)
        .allSatisfy(
            operation -> {
              AsyncioCode code = AsyncioCode.of(operation).orElseThrow();
              assertThat(code.title()).isNotBlank().doesNotContain("\n");
              assertThat(code.python()).contains("asyncio.");
              assertThat(code.plan()).contains("new ");
              assertThat(code.parts())
                  .containsOnlyKeys(
                      "python",
                      "plan",
                      "PLATFORM_THREADS",
                      "VIRTUAL_THREADS",
                      "COMPLETABLE_FUTURE",
                      "STRUCTURED_SCOPE",
                      "NETTY_EVENT_LOOP")
                  .allSatisfy((name, text) -> assertThat(text.lines()).hasSizeBetween(1, 20));
            });
  }

  private static List<String> answers(Run run) {
    return Comparison.of(run).stream()
        .map(comparison -> Answer.of(comparison, CeilingBound.UNKNOWN))
        .toList();
  }

  /** In the order of their ranks. */
  private static List<String> ratios(Run run) {
    return Comparison.of(run).stream()
        .flatMap(comparison -> comparison.ranking().stream())
        .map(result -> result.arm().name() + " " + result.toBest())
        .toList();
  }

  private static List<String> sentences(String page) {
    return Pattern.compile("<p class=\"(?:answer|headline)\">[^<]*|<li><a href=.*")
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  private static String section(String page) {
    int begin = page.indexOf("<article class=\"asyncio\"");
    return page.substring(begin, page.indexOf("</article>", begin));
  }

  private static String reference() throws IOException {
    return Files.readString(RESOURCES.resolve("reference.json"));
  }

  private static Run run() throws IOException {
    return Run.read(RESOURCES.resolve("gather"));
  }

  private Run runWith(String reference) throws IOException {
    for (String name : List.of("results.json", "environment.json")) {
      Files.copy(RESOURCES.resolve("gather").resolve(name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("reference.json"), reference);
    return Run.read(folder);
  }

  private static String page(Run run) {
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(run), page);
    return page.toString();
  }
}
