package dev.heddle.reports.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  /** Two contestants, three rounds; the second takes exactly twice the time in every round. */
  private static final String GOLDEN =
      """
      [ { "benchmark": "org.example.GatherBenchmark.gather", "mode": "avgt", "forks": 3,
          "params": { "model": "VIRTUAL_THREADS", "work": "NO_OP" },
          "primaryMetric": { "score": 2.333, "scoreError": 1.5, "scoreUnit": "us/op",
            "rawData": [[0.5, 1.5], [2, 2], [3, 5]] } },
        { "benchmark": "org.example.GatherBenchmark.gather", "mode": "avgt", "forks": 3,
          "params": { "model": "NETTY_EVENT_LOOP", "work": "NO_OP" },
          "primaryMetric": { "score": 4.667, "scoreError": "NaN", "scoreUnit": "us/op",
            "rawData": [[2], [4], [8]] } } ]
      """;

  private static final String CAPABILITIES =
      """
      { "formatVersion": 1,
        "support": { "native": "by itself", "added": "with more on top" },
        "models": ["platform-threads", "virtual-threads", "netty-event-loop"],
        "patterns": [
          { "pattern": "as-completed", "asyncio": "as_completed", "meaning": "in their order",
            "models": {
              "platform-threads": { "support": "added", "note": "Said of both.",
                "idiomGaps": ["waits for all", "wraps"] },
              "virtual-threads": { "support": "added", "note": "Said of both." },
              "netty-event-loop": { "support": "native" } } } ] }
      """;

  private static final String APART =
      "multimodal or unsteady: forks × 4.00 apart, not to be summed up by one number";

  @TempDir private Path folder = Path.of("");

  @Test
  void printsTheNumbersWorkedOutByHand() throws IOException {
    Files.writeString(
        folder.resolve("environment.json"), "{\"reproduce\": {\"command\": \"do it\"}}");

    String page = page("results.json", GOLDEN);

    // forks 1, 2, 4: geometric mean 2; logs 0, ln 2, ln 4: s = ln 2, half = 9.92484 · ln 2 / √3
    // = 3.97181, so the interval is 2 · e^±3.97181 = 0.03768 – 106.16
    assertThat(rowsOf(page))
        .contains(
            "virtual threads|2.00|0.04 – 106.16|best|–|3|2.33 ± 1.50 us/op|" + APART,
            "Netty event loop|4.00|0.08 – 212.32|2.00|2.00 – 2.00|3|4.67 us/op|" + APART,
            "virtual threads|500|9 – 26,540",
            "Netty event loop|250|5 – 13,270",
            "virtual threads|1.00|2.00|4.00",
            "Netty event loop|2.00|4.00|8.00");
    assertThat(page)
        .contains(
            "Leader: virtual threads. Next: Netty event loop, at 2.00 × the time of virtual threads"
                + " (99 % interval 2.00 – 2.00). Not one number: virtual threads (forks × 4.00"
                + " apart), Netty event loop (forks × 4.00 apart).")
        .contains("<code>do it</code>");
  }

  @Test
  void withoutRoundsTheSameForksCannotBeToldApart() throws IOException {
    assertThat(page("foreign.json", GOLDEN))
        .contains("No leader: virtual threads and Netty event loop cannot be told apart.");
  }

  @Test
  void thePolicyLetsThroughOnlyThePagesOwnStyleAndScript() throws Exception {
    String page = page("results.json", GOLDEN);

    String policy = group(page, "Content-Security-Policy\" content=\"([^\"]*)\"");
    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .contains("style-src " + hash(group(page, "(?s)<style>(.*?)</style>")))
        .contains("script-src " + hash(group(page, "(?s)<script>(.*?)</script>")))
        .doesNotContain("unsafe");
    assertThat(page).doesNotContain(" style=").doesNotContainPattern("<[^>]* on[a-z]+=");
  }

  @Test
  void nothingIsLoadedFromAnywhere() throws IOException {
    String page = page("results.json", GOLDEN);

    assertThat(all(page, "(?:src|href|action)=\"([^\"]*)\""))
        .allMatch(link -> link.startsWith("#"));
    assertThat(page).doesNotContain("@import").doesNotContain("url(");
  }

  @Test
  void everyClassOfAChartHasItsRule() throws IOException {
    String page = page("results.json", GOLDEN);
    String style = group(page, "(?s)<style>(.*?)</style>");

    assertThat(all(page, "class=\"([fs]-[a-z0-9]+)\""))
        .allMatch(c -> style.contains("." + c + " {"));
  }

  @Test
  void underEveryChartStandsTheCommandThatReproducesIt() throws IOException {
    assertThat(all(page("results.json", GOLDEN), "(?s)<figure>(.*?)</figure>"))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            chart ->
                assertThat(chart)
                    .containsPattern("(?s)</svg>.*<code>[^<]*GatherBenchmark[^<]*</code>"));
  }

  @Test
  void idsAreUnique() throws IOException {
    assertThat(all(page("results.json", GOLDEN), " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
  }

  @Test
  void everyNameFromAFileIsEscaped() throws IOException {
    String evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\\\" onclick=\\\"x";
    String json =
        GOLDEN
            .replace("org.example", evil)
            .replace("VIRTUAL_THREADS", evil)
            .replace("\"work\"", "\"" + evil + "\"")
            .replace("us/op", evil);
    Files.writeString(
        folder.resolve("environment.json"),
        "{\"%s\": \"%s\", \"o\": {\"%s\": \"%s\"}, \"reproduce\": \"%s\"}"
            .formatted(evil, evil, evil, evil, evil));
    Files.writeString(
        folder.resolve("capabilities.json"),
        CAPABILITIES.replaceAll(
            "added|netty-event-loop|as.completed|in their order|Said of both|wraps|with more",
            Matcher.quoteReplacement(evil)));

    String page = page("results.json", json);

    assertThat(page).contains("What each model gives");
    assertThat(all(page, "(<script)")).as("the page's own script").hasSize(1);
    assertThat(page).doesNotContain("<img").doesNotContainPattern("<[^>]*\" onclick=\"");
  }

  @Test
  void anEmptyListSaysThatThereAreNoResults() throws IOException {
    assertThat(page("results.json", "[]")).contains("There are no results");
  }

  @Test
  void sampleModeWithoutRawDataShowsThePercentilesOfTheFile() throws IOException {
    String page =
        page(
            "jmh.json",
            """
            [ { "benchmark": "a.B.c", "mode": "sample", "primaryMetric": {
                "score": 2, "scoreError": 0.1, "scoreUnit": "ms/op",
                "scorePercentiles": { "50.0": 1.5, "99.0": 7 } } } ]
            """);

    assertThat(rowsOf(page)).contains("c|1.50|7.00");
    assertThat(page)
        .contains("no data per fork in the file")
        .contains("One cell: nothing to compare");
  }

  @Test
  void oneForkIsSaidToProveNothing() throws IOException {
    String json = GOLDEN.replaceAll("\"rawData\": .*]]", "\"rawData\": [[7]]");

    assertThat(page("results.json", json)).contains("With one fork a cell, nothing can be said");
  }

  @Test
  void severalRunsAreShownOneAfterTheOther() throws IOException {
    Run one = Run.read(Files.writeString(folder.resolve("one.json"), GOLDEN));
    Run two = Run.read(Files.writeString(folder.resolve("two.json"), GOLDEN));
    StringWriter page = new StringWriter();

    HtmlReport.write(List.of(one, two), page);

    assertThat(page.toString()).contains("one.json</h2>").contains("two.json</h2>");
    assertThat(all(page.toString(), " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
  }

  @Test
  void whatEachModelGivesIsATableOfWordsWithTheSentencesBelow() throws IOException {
    Files.writeString(folder.resolve("capabilities.json"), CAPABILITIES);

    String page = page("results.json", GOLDEN);

    String section =
        group(page, "(?s)<section class=\"capabilities\"(.*?)<section class=\"method\"");
    assertThat(rowsOf(section).stream().map(String::strip))
        .containsExactly(
            "operation|platform threads|virtual threads|Netty event loop",
            "as completed|added|added|native");
    assertThat(all(section, "(?s)<dt>(.*?)</dt>").stream().map(HtmlReportTest::text))
        .containsExactly(
            "native",
            "added",
            "platform threads virtual threads",
            "Netty event loop",
            "platform threads");
    assertThat(all(section, "(?s)<dd>(.*?)</dd>").stream().map(HtmlReportTest::text))
        .containsExactly(
            "by itself",
            "with more on top",
            "added Said of both.",
            "native",
            "waits for all; wraps");
    assertThat(section).contains("<code>as_completed</code>", "in their order");
    assertThat(page).contains("<a href=\"#c1\">").contains(" id=\"c1\"");
    assertThat(all(page, "href=\"#([^\"]*)\"")).isSubsetOf(all(page, " id=\"([^\"]*)\""));
  }

  @Test
  void aForeignFileSaysNothingOfModels() throws IOException {
    Files.writeString(folder.resolve("capabilities.json"), CAPABILITIES);

    assertThat(page("jmh.json", GOLDEN)).doesNotContain("What each model gives");
  }

  @Test
  void unusableCapabilitiesAreSaidToBeLeftOut() throws IOException {
    Files.writeString(folder.resolve("capabilities.json"), "{}");

    assertThat(page("results.json", GOLDEN))
        .contains("Left out of this report: ")
        .contains("capabilities.json: has the format version")
        .contains("No leader: ")
        .doesNotContain("What each model gives");
  }

  @Test
  void runsThatSayTheSameOfTheirModelsShareOneTable() throws IOException {
    Files.writeString(folder.resolve("capabilities.json"), CAPABILITIES);
    Run run = Run.read(Files.writeString(folder.resolve("results.json"), GOLDEN));
    StringWriter page = new StringWriter();

    HtmlReport.write(List.of(run, run), page);

    assertThat(all(page.toString(), "<a href=\"#(c[^-\"]*)\">")).containsExactly("c1", "c1");
    assertThat(all(page.toString(), " id=\"(c[^-\"]*)\"")).containsExactly("c1");
  }

  private String page(String name, String json) throws IOException {
    Run run = Run.read(Files.writeString(folder.resolve(name), json));
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(run), page);
    return page.toString();
  }

  private static List<String> rowsOf(String page) {
    return all(page, "(?s)<tr>(.*?)</tr>").stream()
        .map(row -> row.replaceAll("\\s*</t[hd]>\\s*(?=<)", "|").replaceAll("<[^>]*>", ""))
        .map(row -> row.replaceFirst("</td>$", "").replaceFirst("\\|$", ""))
        .toList();
  }

  private static List<String> all(String page, String regex) {
    return Pattern.compile(regex).matcher(page).results().map(HtmlReportTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static String group(String page, String regex) {
    return all(page, regex).getFirst().replace("&#39;", "'");
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
  }

  private static String hash(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }
}
