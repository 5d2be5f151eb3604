package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendCommandTest {

  private static final double SPREAD = 0.01;

  @TempDir private Path folder = Path.of("");

  private Pair pair = new Pair(Path.of(""));

  @BeforeEach
  void newPair() {
    pair = new Pair(folder);
  }

  @Test
  void runsStandInTheOrderOfTheirTime() throws IOException {
    run("late", 24, "2026-03-01T00:00:00Z", "A");
    run("early", 20, "2026-01-01T00:00:00+01:00", "A");
    Path file = run("middle", 22, "", "A").resolve("results.json");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-02-01T00:00:00Z")));

    String page = page("late", "early", "middle");

    assertThat(page)
        .containsSubsequence("2025-12-31 23:00:00", "its start", "/early")
        .containsSubsequence("/early", "2026-02-01 00:00:00", "its file", "/middle", "/late")
        .contains("run 1: 20.0; run 2: 22.0; run 3: 24.0")
        .contains("1.20 (1.18 – 1.22)", "1.09 (1.08 – 1.10)");
  }

  @Test
  void aMissingCellLeavesAGap() throws IOException {
    run("1", 20, "2026-01-01T00:00:00Z", "A");
    pair.run("2", Pair.cell("a.B.other", Pair.forks(5, SPREAD)));
    started("2", "2026-01-02T00:00:00Z", "A");
    run("3", 22, "2026-01-03T00:00:00Z", "A");

    assertThat(page("1", "2", "3"))
        .contains("run 1: 20.0; run 2: not measured; run 3: 22.0")
        .contains("missing in 1 of 3 runs", "missing in 2 of 3 runs", "1.10 (");
  }

  @Test
  void noRatioLeadsAcrossAChangedEnvironment() throws IOException {
    run("1", 20, "2026-01-01T00:00:00Z", "A");
    run("2", 20, "2026-01-02T00:00:00Z", "B");
    run("3", 22, "2026-01-03T00:00:00Z", "B");

    assertThat(page("1", "2", "3"))
        .contains("Dashed: the environment changed", "the environments differ in machine › cpu")
        .contains("no ratio to first: the environments differ", "1.10 (1.09 – 1.11)")
        .contains("stroke-dasharray")
        .doesNotContain("no ratio to previous", "NaN\"", "NaN,");
  }

  @Test
  void oneRunAloneHasNoRatio() throws IOException {
    run("1", 20, "", "A");

    assertThat(page("1")).contains("no ratio to first: one run only", "run 1: 20.0");
  }

  @Test
  void whatCannotBeReadIsNamedAndLeftOut() throws IOException {
    run("1", 20, "", "A");
    Files.createDirectory(folder.resolve("empty"));

    assertThat(page("1", "empty")).contains("Left out of this page: ");
    assertThat(pair.err().toString()).startsWith("reports: left out ").hasLineCount(1);
  }

  @Test
  void withoutAnyReadableRunThereIsNoPage() {
    assertThat(trend("missing")).isEqualTo(3);

    assertThat(folder.resolve("trend.html")).doesNotExist();
    assertThat(pair.err().toString()).startsWith("reports: left out ").hasLineCount(1);
  }

  @Test
  void ofManyCellsTheFirstHundredAreDrawn() throws IOException {
    pair.run("1", IntStream.range(0, 103), SPREAD);

    String page = page("1");

    assertThat(page).contains("the other 3 are in the table only");
    assertThat(Pattern.compile("<svg ").matcher(page).results().count()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></svg><img src=x onerror=alert(1)>",
        "$unsafe{x} ${y} &amp; ]]>",
        "emoji 🧵 \\u0000 \\u001b[31m \\ud800",
      })
  void hostileNamesStayNames(String name) throws IOException {
    pair.run("1", Pair.cell("a.B." + name, Pair.forks(10, SPREAD)));
    pair.run("2", Pair.cell("a.B." + name, Pair.forks(10, SPREAD)));

    assertThat(page("1", "2"))
        .doesNotContain("<script>alert", "<img src=x", "\u0000", "\u001b")
        .endsWith("</html>\n");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aBrokenForkHasNoRatioAndIsNoError(double broken) throws IOException {
    run("1", 20, "2026-01-01T00:00:00Z", "A");
    pair.run("2", Pair.cell("a.B.c", broken, broken, broken));
    started("2", "2026-01-02T00:00:00Z", "A");

    assertThat(page("1", "2")).contains("not every fork is a number above zero");
  }

  private Path run(String name, double value, String started, String cpu) throws IOException {
    Path run = pair.run(name, Pair.cell("a.B.c", Pair.forks(value, SPREAD)));
    started(name, started, cpu);
    return run;
  }

  private void started(String name, String started, String cpu) throws IOException {
    Files.writeString(
        folder.resolve(name).resolve("environment.json"),
        "{\"machine\":{\"cpu\":\"%s\"},\"run\":{\"started\":\"%s\"}}".formatted(cpu, started));
  }

  private String page(String... runs) throws IOException {
    assertThat(trend(runs)).as(pair.err().toString()).isZero();
    return Files.readString(folder.resolve("trend.html"));
  }

  private int trend(String... runs) {
    return pair.execute(
        Stream.of(
                Stream.of("trend"),
                Arrays.stream(runs).map(run -> folder.resolve(run).toString()),
                Stream.of("--out", folder.resolve("trend.html").toString()))
            .flatMap(part -> part)
            .toArray(String[]::new));
  }
}
