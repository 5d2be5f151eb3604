package dev.heddle.reports.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Files that nobody means well with end in a right page, or in one line that says what is wrong.
 */
class HostileResultsTest {

  private static final String CELL =
      """
      { "benchmark": "%s", "mode": "avgt", "primaryMetric":
        { "score": %s, "scoreError": "NaN", "scoreUnit": "%s", "rawData": [[%s], [%s]] } }
      """;

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></svg><img src=x onerror=alert(1)>",
        "$unsafe{x} @for ${y} &amp; &lt; ]]>",
        "שלום \u202egnp.exe",
        "=HYPERLINK(1)",
        "emoji 🧵🧶 and \\u0000 control \\u001b[31m",
        "%s %n %x {0}",
      })
  void aNameIsShownAndNotObeyed(String name) throws IOException {
    String page = page("[" + cell("a.B." + name, "1", "us/op") + "]");

    assertThat(page)
        .doesNotContain("<script>alert", "<img src=x", "\u0000", "\u001b")
        .endsWith("</html>\n");
  }

  @Test
  void aNameOfTenThousandCharactersIsCutWhereItIsShown() throws IOException {
    String page = page("[" + cell("a.B." + "x".repeat(10_000), "1", "us/op") + "]");

    assertThat(page.length()).isLessThan(200_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"NaN\"",
        "\"Infinity\"",
        "\"-Infinity\"",
        "-5",
        "0",
        "1e308",
        "1e-320",
        "1e9999"
      })
  void aStrangeScoreIsShownBesideAFineOne(String score) throws IOException {
    String page =
        page("[" + cell("a.B.fine", "3", "us/op") + "," + cell("a.B.odd", score, "us/op") + "]");

    assertThat(page).contains(">odd<", ">fine<").doesNotContain("NaN\"", "Infinity\"");
  }

  @Test
  void duplicatesAndMixedUnitsAreKeptApart() throws IOException {
    String page =
        page(
            "["
                + String.join(
                    ",",
                    cell("a.B.one", "1", "us/op"),
                    cell("a.B.one", "2", "us/op"),
                    cell("a.B.one", "3", "ns/op"),
                    cell("a.B.one", "4", "B/op"),
                    cell("a.B.one", "5", "ops/s"))
                + "]");

    assertThat(page)
        .contains("The file holds the same cell more than once")
        .contains("one (2)", "B/op", "ops/s");
  }

  @Test
  void aHundredThousandHistogramBucketsAreRead() throws IOException {
    String buckets =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "[" + (i + 1) + ", 1]")
            .collect(Collectors.joining(","));
    String page =
        page(
            """
            [ { "benchmark": "a.B.c", "mode": "sample", "primaryMetric":
                { "score": 1, "scoreUnit": "ns/op", "rawDataHistogram": [[[%s]]] } } ]
            """
                .formatted(buckets));

    assertThat(page).contains("p99.9");
    assertThat(page.length()).isLessThan(300_000);
  }

  @Test
  void nestingOfTenThousandLevelsIsOneLine() throws IOException {
    refused("[".repeat(10_000), "is not a JMH result");
    refused("[{\"benchmark\": " + "{\"a\":".repeat(10_000), "");
    refused("[{\"unknown\": " + "[".repeat(10_000), "nesting depth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "{}", "42", "\"text\"", "[", "[null]", "[[]]", "[{}]", "<html>"})
  void whatIsNoResultIsOneLine(String text) throws IOException {
    refused(text, "expected the JSON results of a JMH run");
  }

  @Test
  void anotherEncodingIsOneLineOrRead() throws IOException {
    byte[] latin = "[{\"benchmark\": \"a.B.\u00fc\"}]".getBytes(ISO_8859_1);
    refused(latin, "");
    byte[] utf16 = ("[" + cell("a.B.c", "1", "us/op") + "]").getBytes(UTF_16);
    Path file = Files.write(folder.resolve("utf16.json"), utf16);
    assertThat(report(file)).isIn(0, 3);
    assertThat(err.toString().lines().count()).isLessThanOrEqualTo(1);
  }

  private static String cell(String benchmark, String score, String unit) {
    return CELL.formatted(benchmark, score, unit, score, score);
  }

  private void refused(String text, String why) throws IOException {
    refused(text.getBytes(UTF_8), why);
  }

  private void refused(byte[] bytes, String why) throws IOException {
    Path file = Files.write(folder.resolve("hostile.json"), bytes);
    err.getBuffer().setLength(0);

    assertThat(report(file)).isEqualTo(3);

    assertThat(err.toString())
        .startsWith("reports: " + file + ": ")
        .contains(why)
        .hasLineCount(1)
        .hasSizeLessThan(500);
  }

  private String page(String results) throws IOException {
    Path file = Files.writeString(folder.resolve("hostile.json"), results);
    assertThat(report(file)).as(err.toString()).isZero();
    return Files.readString(folder.resolve("report.html"));
  }

  private int report(Path file) {
    CommandLine line = Reports.commandLine();
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    return line.execute("report", file.toString());
  }
}
