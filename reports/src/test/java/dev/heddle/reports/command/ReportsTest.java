package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ReportsTest {

  private static final String RESULTS =
      """
      [ { "benchmark": "a.B.fast", "mode": "avgt",
          "primaryMetric": { "score": 2, "scoreUnit": "us/op", "rawData": [[2], [2]] } },
        { "benchmark": "a.B.slow", "mode": "avgt",
          "primaryMetric": { "score": 3, "scoreUnit": "us/op", "rawData": [[3], [3]] } } ]
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder = Path.of("");

  @Test
  void writesThePageBesideItsInputAndEndsWithItsPath() throws IOException {
    Path input = Files.writeString(folder.resolve("jmh.json"), RESULTS);

    assertThat(execute("report", input.toString())).isZero();

    Path page = folder.resolve("report.html");
    assertThat(page).content().startsWith("<!doctype html>").endsWith("</html>\n");
    assertThat(out)
        .hasToString(
            """
            B
              benchmark    µs  99 %% interval  ratio to best
              fast       2.00    2.00 – 2.00           best
              slow       3.00    3.00 – 3.00           1.50

            Report: %s
            """
                .formatted(page.toAbsolutePath()));
  }

  @Test
  void whatArithmeticSaysAtLeastStandsBesideTheScore() throws IOException {
    String bound =
        ", \"secondaryMetrics\": { \"bound\": { \"score\": 1.5, \"scoreUnit\": \"us/op\","
            + " \"rawData\": [[1.5], [1.5]] } } }";
    Path input =
        Files.writeString(
            folder.resolve("jmh.json"), RESULTS.replaceFirst("(?s)} },", "} %s,".formatted(bound)));

    assertThat(execute("report", input.toString())).isZero();

    assertThat(out.toString())
        .startsWith(
            """
            B
              benchmark    µs  99 % interval  ratio to best  at least
              fast       2.00    2.00 – 2.00           best      1.50
              slow       3.00    3.00 – 3.00           1.50         –
            """);
  }

  @Test
  void writesWhereItIsToldAndLeavesNothingElseThere() throws IOException {
    Path input = Files.writeString(folder.resolve("results.json"), RESULTS);
    Path page = folder.resolve("new/folder/page.html");

    assertThat(execute("report", folder.toString(), "--out", page.toString())).isZero();

    assertThat(input).exists();
    try (Stream<Path> files = Files.list(folder.resolve("new/folder"))) {
      assertThat(files).containsExactly(page);
    }
  }

  @Test
  void aRunsFolderGetsASummaryAndEveryNumberToo() throws IOException {
    Files.writeString(folder.resolve("results.json"), RESULTS);

    assertThat(execute("report", folder.toString())).isZero();

    assertThat(folder.resolve("summary.md"))
        .content()
        .isEqualTo(
            """
            ## %s

            **B**

            Leader: fast. Next: slow, at 1.50 × the time of fast (99 %% interval 1.50 – 1.50).

            | benchmark | µs | 99 %% interval | ratio to best | 99 %% interval | notes |
            | --- | ---: | ---: | ---: | ---: | --- |
            | fast | 2.00 | 2.00 – 2.00 | best | – |  |
            | slow | 3.00 | 3.00 – 3.00 | 1.50 | 1.50 – 1.50 |  |

            """
                .formatted(folder.toString().replaceAll("([_~#])", "\\\\$1")));
    assertThat(Files.readAllLines(folder.resolve("results.csv")))
        .hasSize(3)
        .first()
        .isEqualTo(
            "source,benchmark,mode,threads,parameters,metric,unit,estimate,low,high,forks,"
                + "ratio_to_best,ratio_low,ratio_high,notes,each_fork");
    assertThat(Files.readAllLines(folder.resolve("results.csv")).getLast())
        .startsWith(folder + ",a.B.slow,")
        .contains(",score,s/op,")
        .containsPattern(",2,1\\.(5|49999)");
  }

  @Test
  void summaryAndNumbersAreWrittenWhereTheyAreAskedFor() throws IOException {
    Path input = Files.writeString(folder.resolve("jmh.json"), RESULTS);
    Path summary = folder.resolve("job/summary.md");
    Path csv = folder.resolve("job/numbers.csv");

    assertThat(
            execute(
                "report",
                input.toString(),
                "--summary",
                summary.toString(),
                "--csv",
                csv.toString()))
        .isZero();

    assertThat(summary).content().contains("Leader: fast.");
    assertThat(csv).content().contains("a.B.fast");
    assertThat(folder.resolve("summary.md")).doesNotExist();
  }

  @Test
  void namesThatLookLikeMarkupStayNames() throws IOException {
    String name = "a.B.fast|<script>`*[x](y)";
    Path input = Files.writeString(folder.resolve("jmh.json"), RESULTS.replace("a.B.fast", name));
    Path summary = folder.resolve("summary.md");
    Path csv = folder.resolve("numbers.csv");

    assertThat(
            execute(
                "report",
                input.toString(),
                "--summary",
                summary.toString(),
                "--csv",
                csv.toString()))
        .isZero();

    assertThat(summary)
        .content()
        .contains("| fast\\|\\<script\\>\\`\\*\\[x\\](y) | 2.00 |")
        .doesNotContain("<script>");
    assertThat(csv).content().contains(name);
  }

  @Test
  void anUnusableInputLeavesTheOldPageAlone() throws IOException {
    Path page = Files.writeString(folder.resolve("report.html"), "old");
    Path input = Files.writeString(folder.resolve("cut.json"), RESULTS.substring(0, 100));

    assertThat(execute("report", input.toString())).isEqualTo(3);

    assertThat(page).hasContent("old");
    assertThat(err.toString())
        .startsWith("reports: " + input + ": is cut off at line 2")
        .hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aLoadEndsWithItsAnswer() {
    Path page = folder.resolve("page.html");

    assertThat(execute("report", "src/test/resources/under-load", "--out", page.toString()))
        .isZero();

    assertThat(out.toString())
        .startsWith("Latency under load (transport=default, plan=gather, ")
        .contains("At 50/s, the highest offered rate at which both models have a valid fork")
        .endsWith("Report: " + page.toAbsolutePath() + "\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aDamagedLoadIsOneLine() throws IOException {
    Files.writeString(folder.resolve("results.json"), RESULTS);
    Files.createDirectory(folder.resolve("load"));
    Path json = Files.writeString(folder.resolve("load/fork.json"), "{");

    assertThat(execute("report", folder.toString())).isEqualTo(3);

    assertThat(err.toString()).startsWith("reports: " + json + ": ").hasLineCount(1);
  }

  @Test
  void unusableCapabilitiesCostOneLineAndNotTheReport() throws IOException {
    Files.writeString(folder.resolve("results.json"), RESULTS);
    Path capabilities = Files.writeString(folder.resolve("capabilities.json"), "[]");

    assertThat(execute("report", folder.toString())).isZero();

    assertThat(folder.resolve("report.html")).exists();
    assertThat(err.toString())
        .startsWith("reports: left out " + capabilities + ": has the format version 'none'")
        .hasLineCount(1);
  }

  @Test
  void aPageThatCannotBeWrittenIsOneLine() throws IOException {
    Path input = Files.writeString(folder.resolve("jmh.json"), RESULTS);
    String out = input.resolve("page.html").toString();

    assertThat(execute("report", input.toString(), "--out", out)).isEqualTo(3);

    assertThat(err.toString()).startsWith("reports: ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "report", "report --wrong", "unknown", "report x --out"})
  void aWrongCommandLineIsUsage(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);

    assertThat(execute(args)).isEqualTo(64);

    assertThat(err.toString()).contains("Usage: reports").doesNotContain("\tat ");
  }

  /** Ends as no exception does. */
  @Command(name = "fail")
  private record Failing(Error error) implements Runnable {
    @Override
    public void run() {
      throw error;
    }
  }

  @Test
  void anErrorIsNotTakenForARegression() {
    for (Error error : List.of(new OutOfMemoryError("Java heap space"), new LinkageError("no"))) {
      CommandLine line = Reports.commandLine().addSubcommand(new Failing(error));
      StringWriter said = new StringWriter();
      line.setErr(new PrintWriter(said, true));

      assertThat(Reports.run(line, "fail")).isEqualTo(3);
      assertThat(said.toString())
          .hasLineCount(1)
          .startsWith("reports: ")
          .contains(error.getMessage());
    }
  }

  @Test
  void helpNamesTheExitCodesAndVersionIsPrinted() {
    assertThat(execute("--help")).isZero();
    assertThat(execute("--version")).isZero();

    assertThat(out.toString()).contains("64").contains("report").contains("heddle reports ");
  }

  private int execute(String... args) {
    CommandLine line = Reports.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
