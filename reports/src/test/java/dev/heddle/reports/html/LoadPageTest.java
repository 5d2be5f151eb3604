package dev.heddle.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.LoadFork;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Loads;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadPageTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  private static final String SEARCH =
      """
      { "objective": "p99=150ms", "precision": 0.1, "models": [
        { "model": "platform-threads", "ended": true, "max_per_second": 50, "path": [
          { "phase": "explore", "per_second": 50, "met": true, "forks": [ { "valid": true } ] },
          { "phase": "explore", "per_second": 400, "met": false,
            "forks": [ { "valid": false, "missed": [ "late" ] } ] },
          { "phase": "confirm", "per_second": 50, "met": true, "forks": [ { "valid": true } ] } ] },
        { "model": "virtual-threads", "ended": false, "path": [
          { "phase": "explore", "per_second": 50, "met": true, "forks": [ { "valid": true } ] } ] }
      ] }
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void aLoadIsAnsweredAtTheHighestRateAtWhichAllModelsAreValid() throws IOException {
    assertThat(page(Run.read(RESOURCES.resolve("under-load"))))
        .contains(
            "At 50/s, the highest offered rate at which both models have a valid fork, the lowest"
                + " p99 is that of platform threads, 95.7 ms (2 forks: 95.7 – 101).")
        .contains("virtual threads: × 1.00, 95.7 ms (one fork).")
        .contains("This is an observation, not a verdict");
  }

  @Test
  void aLoadHasItsChartsAndTheOtherRatesFolded() throws IOException {
    String page = page(Run.read(RESOURCES.resolve("under-load")));

    assertThat(all(page, "<figcaption>(.*?)</figcaption>"))
        .containsExactly(
            "Response time p99 against offered load (ms)",
            "Achieved share of the offered rate (%)",
            "Percentiles at 50/s (ms)",
            "Percentiles at 400/s (ms)");
    assertThat(page)
        .containsPattern(
            "(?s)<summary>Percentiles at the other rates</summary>.*at 400/s \\(ms\\)");
    assertThat(all(page, " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
    assertThat(page).doesNotContain(" style=");
  }

  @Test
  void aLoadHasItsNumbersAndTheReasonsOfWhatIsNotValid() throws IOException {
    List<String> rows = rowsOf(page(Run.read(RESOURCES.resolve("under-load"))));

    assertThat(rows)
        .contains(
            "virtual threads|400|1/2|408|20.3|73.3|255|= max|271|255|6.08|329|2.10|1.30",
            "platform"
                + " threads|400|0/2|(408)|(17.5)|(33.7)|(76.0)|(105)|(107)|(75.2)|(5.44)|(66)|(2.14)|(0.515)",
            "virtual threads|50|(95.4)|95.7",
            "virtual threads|50|round 1|the driver's lag has a p99 of 10.207 ms; allowed: 10 %"
                + " of the response time's, 95.355 ms");
  }

  @Test
  void aModelThatIsMissingFromAChartIsNamedThere() throws IOException {
    assertThat(all(page(Run.read(RESOURCES.resolve("under-load"))), "(No valid fork of [^<]*)<"))
        .containsExactly("No valid fork of platform threads.");
  }

  @Test
  void howLongALoadTookIsNoScenario() throws IOException {
    assertThat(page(Run.read(RESOURCES.resolve("under-load"))))
        .doesNotContain("OpenLoopBenchmark")
        .doesNotContain("There are no results")
        .contains("8 forks under load · JDK 25.0.3")
        .contains("<code>scripts/heddle load --model platform-threads,virtual-threads ");
  }

  @Test
  void aLoadStandsBelowOrdinaryResults() throws IOException {
    Run load = Run.read(RESOURCES.resolve("under-load"));
    Run ordinary = Run.read(RESOURCES.resolve("gather"));

    String page =
        page(
            new Run(
                ordinary.source(),
                List.of(ordinary.cells(), load.cells()).stream().flatMap(List::stream).toList(),
                load.load(),
                ordinary.environment(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of()));

    assertThat(all(page, "<article id=\"([^\"]*)\"")).containsExactly("s1", "s2", "l1");
    assertThat(all(page, "<li><a href=\"#([^\"]*)\"")).containsExactly("s1", "s2", "l1");
    assertThat(page)
        .contains("10 cells · 2 scenarios · 5 forks a cell · 8 forks under load")
        .doesNotContain("OpenLoopBenchmark");
  }

  @Test
  void aRateThatIsNotReachedIsMarked() {
    assertThat(rowsOf(page(Loads.fork("a", 400, 330, List.of(), 1))))
        .anyMatch(row -> row.startsWith("A|400|1/1|330 = 82.5 %|"));
  }

  @Test
  void aPageWithoutLoadSaysNothingOfIt() throws IOException {
    assertThat(page(Run.read(RESOURCES.resolve("gather")))).doesNotContain("planned arrival");
  }

  @Test
  void namesFromALoadAreEscaped() {
    String evil = "<script>alert(1)</script>";

    assertThat(all(page(Loads.fork(evil, 50, 50, List.of(evil), 1)), "(<script)")).hasSize(1);
  }

  @Test
  void loadsWithoutAnyAnswerAreShownAsWell() {
    assertThat(page(Loads.invalid("a", 50, "nothing came back")))
        .contains("No fork is valid", "nothing came back");
  }

  @Test
  void aSearchIsAnsweredFirstDrawnAndToldStepByStep() throws IOException {
    String page = page(searched(SEARCH));

    assertThat(page)
        .containsSubsequence(
            "The highest rate that keeps p99=150ms: platform threads, 50/s.",
            "The search did not end for: virtual threads (the highest rate kept so far is 50/s,"
                + " not confirmed).",
            "At 50/s, the highest offered rate");
    assertThat(all(page, "<figcaption>(.*?)</figcaption>"))
        .startsWith(
            "Search for the highest rate that keeps p99=150ms",
            "Response time p99 against offered load (ms)");
    assertThat(page)
        .contains("Ringed: the highest rate that kept the objective.")
        .contains("objective: 150 ms");
    assertThat(rowsOf(page))
        .contains(
            "platform threads|50|3",
            "virtual threads|not ended: the highest rate kept so far is 50/s, not confirmed|1",
            "platform threads|2|explore|400|no, most forks were not valid|late",
            "platform threads|3|confirm|50|yes");
    assertThat(all(page, " id=\"([^\"]*)\"")).doesNotHaveDuplicates();
  }

  @Test
  void theChartOfASearchIsAFileAsWell() throws IOException {
    assertThat(ChartFiles.of(List.of(searched(SEARCH))))
        .containsKey("l1-search-for-the-highest-rate-that-keeps-p99-150ms.svg")
        .hasSize(5);
  }

  @Test
  void namesFromASearchAreEscaped() throws IOException {
    String evil = "<script>alert(1)</script>";
    String search =
        SEARCH.replace("late", evil).replace("p99=150ms", evil).replace("virtual-threads", evil);

    assertThat(all(page(searched(search)), "(<script)")).hasSize(1);
  }

  @Test
  void aSearchThatCannotBeReadIsAProblemAndTheLoadIsShown() throws IOException {
    assertThat(page(searched("null")))
        .contains("search.json: has something else at", "At 50/s, the highest offered rate");
  }

  @Test
  void aSearchBesideSeveralScenariosIsAProblem() throws IOException {
    Run run = searched(SEARCH);
    List<LoadFork> two = new ArrayList<>(run.load());
    two.add(Loads.valid("a", 70, 1, 2));

    assertThat(
            page(
                new Run(
                    run.source(),
                    run.cells(),
                    two,
                    run.environment(),
                    run.capabilities(),
                    run.search(),
                    run.calibration(),
                    run.evidence(),
                    run.reference(),
                    run.referenceLoad(),
                    run.problems())))
        .contains(
            "the search for the highest rate is not shown: a search has one scenario, and here are"
                + " 2")
        .doesNotContain("Search for the highest rate that keeps");
  }

  private Run searched(String search) throws IOException {
    copyOfLoad();
    Files.writeString(folder.resolve("search.json"), search);
    return Run.read(folder);
  }

  private void copyOfLoad() throws IOException {
    Path load = RESOURCES.resolve("under-load");
    try (Stream<Path> files = Files.walk(load)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(load.relativize(file).toString());
        Files.createDirectories(copy.resolve(".."));
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void chartsOfALoadAreFilesAsWell() throws IOException {
    assertThat(ChartFiles.of(List.of(Run.read(RESOURCES.resolve("under-load")))))
        .containsOnlyKeys(
            "l1-response-time-p99-against-offered-load-ms.svg",
            "l1-achieved-share-of-the-offered-rate.svg",
            "l1-percentiles-at-50-s-ms.svg",
            "l1-percentiles-at-400-s-ms.svg");
  }

  private static String page(LoadFork... forks) {
    return page(
        new Run(
            Path.of("x"),
            List.of(),
            List.of(forks),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static String page(Run run) {
    StringWriter page = new StringWriter();
    HtmlReport.write(List.of(run), page);
    return page.toString();
  }

  private static List<String> rowsOf(String page) {
    return all(page, "(?s)<tr>(.*?)</tr>").stream()
        .map(row -> row.replaceAll("\\s*</t[hd]>\\s*(?=<)", "|").replaceAll("<[^>]*>", ""))
        .map(row -> row.strip().replaceFirst("\\|$", ""))
        .toList();
  }

  private static List<String> all(String page, String regex) {
    return Pattern.compile(regex).matcher(page).results().map(LoadPageTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }
}
