package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineCommandTest {

  @TempDir private Path folder = Path.of("");

  private Pair runs = new Pair(Path.of(""));

  @BeforeEach
  void newRuns() {
    runs = new Pair(folder);
  }

  @Test
  void aLeaderStandsWithItsTimeAndTheNextWithItsRatio() throws IOException {
    assertThat(
            table(
                cell("waitAll", "VIRTUAL_THREADS", "[2.0],[2.0]"),
                cell("waitAll", "NETTY_EVENT_LOOP", "[3.0],[3.0]")))
        .contains(
            "| wait all | virtual threads | 2.00 µs (2.00 – 2.00) | Netty event loop × 1.50 (1.50 –"
                + " 1.50) |");
  }

  @Test
  void whoCannotBeToldFromTheBestTiesAlsoBehindOneWhoCan() throws IOException {
    assertThat(
            table(
                cell("wait", "VIRTUAL_THREADS", "[10],[10],[10]"),
                cell("wait", "STRUCTURED_SCOPE", "[20],[20],[20]"),
                cell("wait", "NETTY_EVENT_LOOP", "[10],[40],[160]")))
        .contains(
            "| wait | tie: virtual threads, Netty event loop | 10.00 µs (10.00 – 10.00) |"
                + " structured scope × 2.00 (2.00 – 2.00) |");
  }

  @Test
  void whoIsAmongTheBestHowOftenIsCounted() throws IOException {
    assertThat(
            table(
                cell("one", "VIRTUAL_THREADS", "[1],[1]"),
                cell("one", "NETTY_EVENT_LOOP", "[2],[2]"),
                cell("two", "VIRTUAL_THREADS", "[100],[100]"),
                cell("two", "NETTY_EVENT_LOOP", "[101],[101]")))
        .startsWith("Leaders of 2 scenarios: virtual threads in 1.")
        .contains(
            "Among the best of 2, alone or tied: virtual threads in 2, Netty event loop in 1.");
  }

  @Test
  void whatLiesWithinTheSmallestEffectIsTheSame() throws IOException {
    assertThat(
            table(
                cell("wait", "VIRTUAL_THREADS", "[100],[100]"),
                cell("wait", "NETTY_EVENT_LOOP", "[101],[101]")))
        .contains(
            "| wait | the same within ± 3 %: virtual threads, Netty event loop | 100.0 µs (100.0 –"
                + " 100.0) | – |");
  }

  @Test
  void whoseForksLieFarApartIsNotSummedUpByOneNumber() throws IOException {
    assertThat(
            table(
                cell("wait", "VIRTUAL_THREADS", "[1],[1],[2]"),
                cell("wait", "NETTY_EVENT_LOOP", "[900],[900],[900]")))
        .containsPattern("\\| wait \\| virtual threads \\| .* µs \\(.*\\), forks × 2.00 apart \\|");
  }

  @Test
  void oneForkOrdersNothing() throws IOException {
    assertThat(
            table(cell("wait", "VIRTUAL_THREADS", "[1]"), cell("wait", "NETTY_EVENT_LOOP", "[9]")))
        .contains(
            "| wait | no interval, no order: virtual threads, Netty event loop | 1.00 µs | – |");
  }

  @Test
  void aSelectionTakesTheScenariosWithThatValueHoweverItIsSpelled() throws IOException {
    runs.run(
        "run",
        tier("CONTRACT", "VIRTUAL_THREADS", 1),
        tier("CONTRACT", "NETTY_EVENT_LOOP", 2),
        tier("IDIOM", "VIRTUAL_THREADS", 8),
        tier("IDIOM", "NETTY_EVENT_LOOP", 7));

    assertThat(headline("run", "--where", "tier=contract"))
        .contains("| wait | virtual threads |", "All scores: tier contract.")
        .doesNotContain("7.00");
    assertThat(headline("run", "--where", "tier=IDIOM")).contains("7.00").doesNotContain("1.00 µs");
    assertThat(headline("run")).contains("| wait: tier contract |", "| wait: tier idiom |");
  }

  @Test
  void aLoadIsNoVerdictWithFewForks() {
    Path load = Path.of("src/test/resources/under-load").toAbsolutePath();

    assertThat(headline(load.toString()))
        .containsPattern(
            "\\| p99 at \\d+/s: transport default, plan gather, fan out 5, latency .*, arrivals"
                + " poisson \\| no verdict \\([1-4] of 5 forks\\) \\| [0-9.]+ ms \\(forks [0-9.]+ –"
                + " [0-9.]+\\).* \\| –");
  }

  @Test
  void aModelWithoutAnIntervalOrAScoreTakesNoOrderFromTheOthers() throws IOException {
    assertThat(
            table(
                cell("wait", "VIRTUAL_THREADS", "[10],[10],[10]"),
                cell("wait", "STRUCTURED_SCOPE", "[20],[20],[20]"),
                cell("wait", "PLATFORM_THREADS", "[90]"),
                cell("wait", "NETTY_EVENT_LOOP", "[0],[0],[0]")))
        .contains(
            "| wait | tie: virtual threads, platform threads |",
            "| structured scope × 2.00 (2.00 – 2.00); no score to rank: Netty event loop |");
  }

  @Test
  void aRatioNearOneHasTheDigitsThatTellItFromOne() throws IOException {
    assertThat(
            table(
                cell("wait", "VIRTUAL_THREADS", "[1000],[1000],[1000]"),
                cell("wait", "NETTY_EVENT_LOOP", "[1035],[1040],[1045]")))
        .containsPattern("Netty event loop × 1\\.040 \\(1\\.0[0-9]{2} – 1\\.0[0-9]{2}\\)");
  }

  @Test
  void whereMoreIsBetterTheMostLeads() throws IOException {
    assertThat(
            table(
                served("VIRTUAL_THREADS", "[50],[50]"), served("NETTY_EVENT_LOOP", "[100],[100]")))
        .containsPattern(
            "\\| serve \\| Netty event loop \\| 100.* ops/s .* \\| virtual threads × 0.500");
  }

  @Test
  void workloadsOfOneNameAreToldByTheirWholeOne() throws IOException {
    runs.run(
        "run",
        cell("wait", "VIRTUAL_THREADS", "[1],[1]"),
        cell("wait", "NETTY_EVENT_LOOP", "[2],[2]"),
        cell("wait", "VIRTUAL_THREADS", "[3],[3]").replace("a.B.", "a.Other."),
        cell("wait", "NETTY_EVENT_LOOP", "[4],[4]").replace("a.B.", "a.Other."));

    assertThat(headline("run"))
        .contains("| B.wait (avgt, 1 threads) |", "| Other.wait (avgt, 1 threads) |");
  }

  @Test
  void aValueThatNoBenchmarkHasIsRefusedWithThoseThatThereAre() throws IOException {
    runs.run(
        "run", tier("CONTRACT", "VIRTUAL_THREADS", 1), tier("CONTRACT", "NETTY_EVENT_LOOP", 2));
    Path page =
        Files.writeString(folder.resolve("p.md"), "<!-- headline -->\nstale\n<!-- /headline -->\n");

    assertThat(
            runs.execute(
                "headline", run("run"), "--where", "tier=contarct", "--into", page.toString()))
        .isEqualTo(64);

    assertThat(runs.err().toString())
        .contains("--where: no benchmark has tier=contarct; allowed: tier=contract");
    assertThat(page).content().contains("stale");
  }

  @Test
  void theTableTakesThePlaceOfTheOldOne() throws IOException {
    runs.run("run", cell("wait", "A", "[1],[1]"), cell("wait", "B", "[2],[2]"));
    Path page =
        Files.writeString(
            folder.resolve("page.md"),
            "before\n<!-- headline -->\nstale\n<!-- /headline -->\nafter\n");

    assertThat(runs.execute("headline", run("run"), "--into", page.toString())).isZero();
    String once = Files.readString(page);
    assertThat(runs.execute("headline", run("run"), "--into", page.toString())).isZero();

    assertThat(page).content().isEqualTo(once);
    assertThat(once)
        .startsWith("before\n<!-- headline -->\n\n")
        .contains("\n\nAmong the best of 1, alone or tied: A in 1.\n\n| workload |")
        .contains("| wait | A |")
        .endsWith("\n\n<!-- /headline -->\nafter\n")
        .doesNotContain("stale");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no marks\n",
        "<!-- headline -->\n",
        "<!-- /headline -->\n<!-- headline -->\n",
        "<!-- headline -->\n<!-- headline -->\n<!-- /headline -->\n"
      })
  void aFileWithoutAPlaceForTheTableIsLeftAsItIs(String text) throws IOException {
    runs.run("run", cell("wait", "A", "[1],[1]"), cell("wait", "B", "[2],[2]"));
    Path page = Files.writeString(folder.resolve("page.md"), text);

    assertThat(runs.execute("headline", run("run"), "--into", page.toString())).isEqualTo(3);

    assertThat(page).content().isEqualTo(text);
    assertThat(runs.err().toString())
        .contains(
            "page.md: has no place for the table", "<!-- headline --> and <!-- /headline -->");
  }

  private String table(String... cells) throws IOException {
    runs.run("run", cells);
    return headline("run");
  }

  private String headline(String name, String... options) {
    runs.out().getBuffer().setLength(0);
    String[] args = new String[options.length + 2];
    args[0] = "headline";
    args[1] = run(name);
    System.arraycopy(options, 0, args, 2, options.length);
    assertThat(runs.execute(args)).as(runs.err().toString()).isZero();
    return runs.out().toString();
  }

  private String run(String name) {
    return folder.resolve(name).toString();
  }

  private static String tier(String tier, String model, int score) {
    return cell("wait", model, "[%1$d],[%1$d]".formatted(score))
        .replace("{ \"model\"", "{ \"tier\": \"%s\", \"model\"".formatted(tier));
  }

  private static String served(String model, String rawData) {
    return cell("serve", model, rawData).replace("avgt", "thrpt").replace("us/op", "ops/s");
  }

  private static String cell(String method, String model, String rawData) {
    return """
    { "benchmark": "a.B.%s", "mode": "avgt", "params": { "model": "%s" },
      "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [%s] } }
    """
        .formatted(method, model, rawData);
  }
}
