package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareCommandTest {

  private static final String COUNTS =
      "5 cells: 1 slower, 1 faster, 1 inconclusive, 1 the same, 1 invalid.";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void eachVerdictIsToldAndThePageIsNamedLast() throws IOException {
    EachVerdict pair = EachVerdict.in(folder);

    assertThat(compare(pair)).as(err.toString()).isZero();

    Path page = pair.candidate().resolve("compare.html");
    assertThat(page).content().startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(out.toString())
        .contains(COUNTS)
        .containsPattern("B.slower .* 1.999 .* slower +5 / 5\n")
        .containsPattern("B.faster .* 0.500 .* faster +5 / 5\n")
        .contains("99 % interval", "verdict (δ 3 %)")
        .contains("base: not every fork is a number above zero")
        .contains("Only in the base: B.old", "Only in the candidate: B.new")
        .contains("Noise floor: none was read")
        .contains("With 4 judged cells at α = 1 %, about 0.04 false verdicts")
        .endsWith("Comparison: " + page.toAbsolutePath() + "\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void thePageHoldsEveryCellAndIdsAreUnique() throws IOException {
    EachVerdict pair = EachVerdict.in(folder);
    compare(pair);

    String page = Files.readString(pair.candidate().resolve("compare.html"));

    assertThat(page)
        .contains(COUNTS, "<svg", "All cells, what matters most first")
        .contains("do not overlap", ">overlap<", "Measured on one side only")
        .contains("Each fork in order of execution", "default-src &#39;none&#39;")
        .doesNotContain(" style=", "unsafe-inline");
    assertThat(page.split("<details>\n<summary>B\\.", -1)).hasSize(6);
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void anotherProcessorForbidsVerdictsUnlessAllowed() throws IOException {
    EachVerdict pair = EachVerdict.in(folder);
    EachVerdict.beside(pair.base(), "environment.json", "{\"machine\": {\"cpu\": \"one\"}}");
    EachVerdict.beside(pair.candidate(), "environment.json", "{\"machine\": {\"cpu\": \"other\"}}");

    assertThat(compare(pair)).isZero();
    assertThat(out.toString())
        .contains("5 cells: 5 invalid.")
        .contains("  ! machine › cpu: one / other");
    assertThat(pair.candidate().resolve("compare.html")).content().contains("forbids a verdict");

    out.getBuffer().setLength(0);
    assertThat(compare(pair, "--allow-environment")).isZero();
    assertThat(out.toString()).contains(COUNTS);
  }

  @Test
  void theGreatestNoiseFloorIsUsedAndSaid() throws IOException {
    EachVerdict pair = EachVerdict.in(folder);
    EachVerdict.beside(
        pair.base(),
        "calibration.json",
        """
        { "format_version": 1, "made": "m", "heddle": "h",
          "noise": [ { "work": "CPU", "floor": 0.01 }, { "work": "gather", "floor": 1.5 } ] }
        """);

    assertThat(compare(pair)).isZero();

    assertThat(out.toString())
        .contains("Noise floor: 150 % (gather, read beside " + pair.base() + ").")
        .contains("5 cells: 3 inconclusive, 1 the same, 1 invalid.");
  }

  @Test
  void contestantsOfOneRunAreCompared() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jmh.json"),
            Stream.of(
                    EachVerdict.cell("c", "PLATFORM_THREADS", 10, 10.1, 9.9),
                    EachVerdict.cell("c", "VIRTUAL_THREADS", 20, 20.1, 19.9))
                .toList()
                .toString());

    assertThat(execute("compare", "--by", "model", file.toString())).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("B.c: virtual threads / platform threads")
        .contains("1 slower");

    assertThat(execute("compare", "--by", "model", "--base", "virtual-threads", file.toString()))
        .isZero();
    assertThat(out.toString()).contains("1 faster");

    assertThat(execute("compare", "--by", "model", "--base", "none", file.toString())).isEqualTo(3);
    assertThat(err.toString()).contains("has nothing to compare by 'model' with 'none'");
  }

  @Test
  void sampledLatenciesAreComparedPercentileByPercentile() throws IOException {
    String cell =
        """
        [ { "benchmark": "a.B.c", "mode": "sample", "primaryMetric": { "score": 1,
            "scoreUnit": "us/op", "rawDataHistogram":
              [[[[%1$s, 900], [%2$s, 100]]], [[[%1$s, 890], [%2$s, 110]]]] } } ]
        """;
    Path base = Files.writeString(folder.resolve("a.json"), cell.formatted("1", "4"));
    Path candidate = Files.writeString(folder.resolve("b.json"), cell.formatted("1", "8"));

    assertThat(execute("compare", base.toString(), candidate.toString())).isZero();

    assertThat(folder.resolve("compare.html"))
        .content()
        .contains("Shift of the latencies, candidate ÷ base", "p50 1.00, p75 1.00")
        .contains("p99 2.00", "from any fork to any fork");
    assertThat(out.toString()).contains("2 cells: ").contains("B.c (mode=sample) p99");
  }

  @Test
  void nothingInCommonIsOneLine() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("a.json"), "[" + EachVerdict.cell("a", "m", 1, 1, 1) + "]");
    Path other =
        Files.writeString(
            folder.resolve("b.json"), "[" + EachVerdict.cell("b", "m", 1, 1, 1) + "]");

    assertThat(execute("compare", one.toString(), other.toString())).isEqualTo(3);

    assertThat(err.toString()).contains("has no cell in common with " + one).hasLineCount(1);
    assertThat(folder.resolve("compare.html")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3%", "3 %", "0.03", " 3.0% "})
  void aShareIsWrittenEitherWay(String delta) throws IOException {
    assertThat(compare(EachVerdict.in(folder), "--delta", delta)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("δ 3 %");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "0", "0%", "100%", "-3%", "x", "", "NaN", "3%%", "1e-2"})
  void anyOtherShareIsUsage(String delta) throws IOException {
    assertThat(compare(EachVerdict.in(folder), "--delta", delta)).isEqualTo(64);
    assertThat(err.toString()).contains("allowed: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare",
        "compare a",
        "compare --by model a b",
        "compare a b --base x",
        "compare a b --alpha 60%"
      })
  void aWrongCommandLineIsUsage(String line) {
    assertThat(execute(line.split(" ", -1))).isEqualTo(64);
    assertThat(err.toString())
        .contains("Usage: reports compare")
        .contains("allowed:".repeat(line.equals("compare") ? 0 : 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></svg><img src=x onerror=alert(1)>",
        "$unsafe{x} @for ${y} &amp; &lt; ]]> | `*",
        "emoji 🧵 and \\u0000 control \\u001b[31m",
        "%s %n %x {0}",
      })
  void aNameIsShownAndNotObeyed(String name) throws IOException {
    EachVerdict pair = EachVerdict.in(folder, name);
    Path summary = folder.resolve("summary.md");

    assertThat(compare(pair, "--summary", summary.toString())).as(err.toString()).isZero();

    assertThat(pair.candidate().resolve("compare.html"))
        .content()
        .doesNotContain("<script>alert", "<img src=x", "\u0000", "\u001b")
        .endsWith("</html>\n");
    assertThat(summary).content().contains(COUNTS).doesNotContainPattern("(?<!\\\\)<");
    assertThat(out.toString()).doesNotContain("\u0000", "\u001b");
  }

  @Test
  void aMetricThatNoInputHasIsUsage() throws IOException {
    assertThat(compare(EachVerdict.in(folder), "--metric", "gc.alloc.rate")).isEqualTo(64);
    assertThat(err.toString())
        .contains("--metric is 'gc.alloc.rate', which no input has; allowed: none");
  }

  @Test
  void metricsThatThereAreAreNamedBesideOneThatIsNot() throws IOException {
    EachVerdict pair = EachVerdict.in(folder);
    EachVerdict.beside(
        pair.base(),
        "results.json",
        """
        [ { "benchmark": "a.B.c", "mode": "avgt",
            "primaryMetric": { "score": 1, "scoreUnit": "us/op", "rawData": [[1], [2]] },
            "secondaryMetrics":
              { "cpu": { "score": 1, "scoreUnit": "us/op", "rawData": [[1], [2]] } } } ]
        """);

    assertThat(compare(pair, "--metric", "cpus")).isEqualTo(64);
    assertThat(err.toString()).contains("'cpus', which no input has; allowed: [cpu]");
  }

  @Test
  void aNameOfTenThousandCharactersIsCut() throws IOException {
    EachVerdict pair = EachVerdict.in(folder, "x".repeat(10_000));

    assertThat(compare(pair)).isZero();

    assertThat(Files.size(pair.candidate().resolve("compare.html"))).isLessThan(200_000L);
  }

  private int compare(EachVerdict pair, String... options) {
    return execute(
        Stream.concat(
                Stream.of("compare", pair.base().toString(), pair.candidate().toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private int execute(String... args) {
    CommandLine line = Reports.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
