package dev.heddle.reports.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultFileTest {

  private static final String FULL =
      """
      [ {
        "jmhVersion" : "1.37", "benchmark" : "org.example.Bench.work", "mode" : "sample",
        "threads" : 2, "forks" : 2, "jvm" : "/somewhere/java", "jvmArgs" : [ "-Xmx1g" ],
        "jdkVersion" : "25", "vmName" : "VM", "vmVersion" : "25+1",
        "warmupIterations" : 3, "warmupTime" : "1 s", "warmupBatchSize" : 1,
        "measurementIterations" : 4, "measurementTime" : "500 ms", "measurementBatchSize" : 10,
        "params" : { "size" : "10", "kind" : "é" },
        "unknown" : { "deep" : [ 1, { "er" : null } ] },
        "primaryMetric" : {
          "score" : 1.5, "scoreError" : "NaN", "scoreConfidence" : [ "NaN", "NaN" ],
          "scorePercentiles" : { "50.0" : 1.0, "100.0" : 4.0 }, "scoreUnit" : "us/op",
          "rawDataHistogram" : [ [ [ [ 1.0, 2 ], [ 2.0, 1 ] ], [ [ 1.0, 1 ] ] ], [ [ [ 4.0, 1 ] ] ] ]
        },
        "secondaryMetrics" : {
          "gc.count" : { "score" : 3, "scoreError" : "NaN", "scoreUnit" : "counts",
            "rawData" : [ [ 1, 2 ], [ 0.5, "Infinity" ] ] } }
      } ]
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void readsWhatJmhWrites() throws IOException {
    Cell cell = ResultFile.read(file(FULL, UTF_8)).getFirst();

    assertThat(cell.benchmarkClass()).isEqualTo("org.example.Bench");
    assertThat(cell.method()).isEqualTo("work");
    assertThat(cell.mode()).isEqualTo(Mode.SAMPLE_TIME);
    assertThat(cell.params()).hasToString("{size=10, kind=é}");
    assertThat(cell.schedule())
        .isEqualTo(
            new Schedule(
                2, 2, new Schedule.Phase(3, "1 s", 1), new Schedule.Phase(4, "500 ms", 10)));
    assertThat(cell.jvm()).isEqualTo(new Jvm("1.37", "25", "VM", "25+1", List.of("-Xmx1g")));
    assertThat(cell.primary().score()).isEqualTo(1.5);
    assertThat(cell.primary().error()).isNaN();
    assertThat(cell.primary().percentiles()).containsEntry(50.0, 1.0).containsEntry(100.0, 4.0);
  }

  @Test
  void mergesTheIterationsOfAForkButNeverForks() throws IOException {
    Cell cell = ResultFile.read(file(FULL, UTF_8)).getFirst();

    assertThat(cell.primary().forks()).hasSize(2);
    assertThat(cell.primary().forks().get(0).mean()).isEqualTo((3 * 1.0 + 2.0) / 4);
    assertThat(cell.primary().forks().get(1).mean()).isEqualTo(4.0);
  }

  @Test
  void readsSecondaryMetricsWithQuotedInfinity() throws IOException {
    Metric gc =
        ResultFile.read(file(FULL, UTF_8)).getFirst().secondary().values().iterator().next();

    assertThat(gc.forks().stream().map(ForkData::mean))
        .containsExactly(1.5, Double.POSITIVE_INFINITY);
  }

  @Test
  void readsUnquotedNaN() throws IOException {
    Path file = file(FULL.replace("\"scoreError\" : \"NaN\"", "\"scoreError\" : NaN"), UTF_8);

    assertThat(ResultFile.read(file).getFirst().primary().error()).isNaN();
  }

  @Test
  void readsUtf16() throws IOException {
    assertThat(ResultFile.read(file(FULL, UTF_16)).getFirst().params()).containsEntry("kind", "é");
  }

  @Test
  void replacesCharactersThatNoPageMayHold() throws IOException {
    Path file = file(FULL.replace("work", "w\\u0000\\ud800k"), UTF_8);

    assertThat(ResultFile.read(file).getFirst().method()).isEqualTo("w\uFFFD\uFFFDk");
  }

  @Test
  void anEmptyArrayIsAFileWithoutResults() throws IOException {
    assertThat(ResultFile.read(file("[]", UTF_8))).isEmpty();
  }

  @Test
  void aFileCutOffAnywhereIsRefusedInOneLine() throws IOException {
    String whole = FULL.strip();
    for (int length = 0; length < whole.length(); length++) {
      Path file = file(whole.substring(0, length), UTF_8);

      assertThatThrownBy(() -> ResultFile.read(file))
          .as("the first %d characters", length)
          .isInstanceOf(UnreadableInputException.class)
          .hasMessageStartingWith(file + ": is ")
          .hasMessageContaining("; expected the JSON results of a JMH run")
          .hasMessageNotContainingAny("\n", "com.fasterxml");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | is not JSON (line 1",
        "{} | is JSON, but not an array of results",
        "[1] | is not a JMH result (line 1: 'result' is a number, not an object)",
        "[{}] | is not a JMH result (line 1: a result lacks the field 'benchmark')",
        "[[]] | 'result' is an array, not an object",
        "[null] | 'result' is null, not an object",
        "[] [] | goes on after its array of results",
      })
  void saysWhatIsWrong(String content, String message) throws IOException {
    Path file = file(content, UTF_8);

    assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"sample\" | \"turbo\" | mode 'turbo' is not one of thrpt, avgt, sample, ss",
        "\"score\" : 1.5 | \"score\" : {} | 'primaryMetric.score' is an object, not a number",
        "\"score\" : 1.5 | \"score\" : \"fast\" | 'primaryMetric.score' is a text, not a number",
        "\"threads\" : 2 | \"threads\" : 2.5 | 'threads' is a number, not a whole number",
        "[ 4.0, 1 ] | [ 4.0 ] | a bucket of 'primaryMetric.rawDataHistogram' is [4.0]",
        "\"50.0\" | \"half\" | percentile 'half' is not a number",
        "[ 0.5, \"Infinity\" ] | 7 | 'gc.count.rawData' is a number, not an array",
      })
  void namesTheFieldThatIsWrong(String right, String wrong, String message) throws IOException {
    Path file = file(FULL.replace(right, wrong), UTF_8);

    assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining(message);
  }

  @Test
  void aForeignEncodingIsNamed() throws IOException {
    Path file = file(FULL, ISO_8859_1);

    assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("UTF-8");
  }

  @Test
  void nestingWithoutEndIsRefused() throws IOException {
    Path file = file("[{\"x\":" + "[".repeat(10_000), UTF_8);

    assertThatThrownBy(() -> ResultFile.read(file)).hasMessageContaining("nesting depth");
  }

  @Test
  void anAbsentFileIsNamed() {
    assertThatThrownBy(() -> ResultFile.read(folder.resolve("absent.json")))
        .hasMessageContaining("absent.json: does not exist");
  }

  private Path file(String content, Charset encoding) throws IOException {
    return Files.write(folder.resolve("results.json"), content.getBytes(encoding));
  }
}
