package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultMergeTest {

  @Test
  void scoreIsTheMeanOverAllIterationsOfAllForks() {
    JsonNode metric = merged("[[1, 2, 3]]", "[[6]]").path("primaryMetric");

    assertThat(metric.path("score").asDouble()).isEqualTo(3.0);
    assertThat(metric.path("rawData").toString()).isEqualTo("[[1,2,3],[6]]");
  }

  @Test
  void unequalForksAreWeightedByTheirIterationsAsJmhDoes() {
    assertThat(merged("[[10, 10, 10]]", "[[2]]").path("primaryMetric").path("score").asDouble())
        .isEqualTo(8.0);
  }

  /**
   * By hand: values 1, 2, 3, 4; mean 2.5; standard deviation 1.290994 (n − 1); standard error
   * 0.645497; Student's t for 99.9 %, 3 degrees of freedom, 12.923979; error 8.342394.
   */
  @Test
  void errorIsStudentsIntervalAtThreeNines() {
    JsonNode metric = merged("[[1, 2]]", "[[3, 4]]").path("primaryMetric");

    assertThat(metric.path("scoreError").asDouble()).isCloseTo(8.342394, within(1e-5));
    assertThat(metric.path("scoreConfidence").get(0).asDouble())
        .isCloseTo(2.5 - 8.342394, within(1e-5));
    assertThat(metric.path("scoreConfidence").get(1).asDouble())
        .isCloseTo(2.5 + 8.342394, within(1e-5));
  }

  @Test
  void percentilesAreOverAllIterations() {
    JsonNode percentiles =
        merged("[[5, 1]]", "[[3]]").path("primaryMetric").path("scorePercentiles");

    assertThat(percentiles.path("0.0").asDouble()).isEqualTo(1);
    assertThat(percentiles.path("50.0").asDouble()).isEqualTo(3);
    assertThat(percentiles.path("100.0").asDouble()).isEqualTo(5);
    assertThat(percentiles).hasSize(10);
  }

  @Test
  void forksAreCountedAndTheRestIsKept() {
    ObjectNode merged = merged("[[1]]", "[[2]]", "[[3]]");

    assertThat(merged.path("forks").asInt()).isEqualTo(3);
    assertThat(merged.path("benchmark").asText()).isEqualTo("a.B.c");
    assertThat(merged.path("primaryMetric").path("scoreUnit").asText()).isEqualTo("us/op");
  }

  @Test
  void oneValueHasNoError() {
    JsonNode metric = merged("[[7]]").path("primaryMetric");

    assertThat(metric.path("score").asDouble()).isEqualTo(7);
    assertThat(metric.path("scoreError").asText()).isEqualTo("NaN");
  }

  @Test
  void aSummedMetricIsSummed() {
    JsonNode count = secondary("[[2, 3]]", 5, "[[4, 1]]", 5);

    assertThat(count.path("score").asDouble()).isEqualTo(10);
    assertThat(count.path("scoreError").asText()).isEqualTo("NaN");
  }

  @Test
  void aMaximumStaysAMaximum() {
    assertThat(secondary("[[2, 3]]", 3, "[[4, 1]]", 4).path("score").asDouble()).isEqualTo(4);
  }

  @Test
  void aMeanSecondaryStaysAMean() {
    assertThat(secondary("[[2, 4]]", 3, "[[4, 8]]", 6).path("score").asDouble()).isEqualTo(4.5);
  }

  @Test
  void aSecondaryThatSomeForksLackIsMergedOverTheOthers() {
    ObjectNode with = fork("[[1]]");
    with.withObject("secondaryMetrics").set("x", metric("[[5, 7]]", 6));

    JsonNode x = ResultMerge.merge(List.of(fork("[[1]]"), with)).at("/secondaryMetrics/x");

    assertThat(x.path("rawData").toString()).isEqualTo("[[5,7]]");
    assertThat(x.path("score").asDouble()).isEqualTo(6);
  }

  @Test
  void sampleModeKeepsItsHistograms() throws IOException {
    ObjectNode one = sample("[[[[1.0, 3], [9.0, 1]]]]");
    ObjectNode two = sample("[[[[2.0, 2]]]]");

    JsonNode metric = ResultMerge.merge(List.of(one, two)).path("primaryMetric");

    assertThat(metric.path("rawDataHistogram").toString())
        .isEqualTo("[[[[1.0,3],[9.0,1]]],[[[2.0,2]]]]");
    assertThat(metric.path("score").asDouble()).isCloseTo(16.0 / 6, within(1e-12));
    assertThat(metric.at("/scorePercentiles/100.0").asDouble()).isEqualTo(9);
    assertThat(metric.has("rawData")).isFalse();
  }

  private static ObjectNode merged(String... raw) {
    return ResultMerge.merge(Stream.of(raw).map(ResultMergeTest::fork).toList());
  }

  private static JsonNode secondary(String raw, double score, String otherRaw, double otherScore) {
    ObjectNode one = fork("[[1]]");
    one.withObject("secondaryMetrics").set("x", metric(raw, score));
    ObjectNode two = fork("[[1]]");
    two.withObject("secondaryMetrics").set("x", metric(otherRaw, otherScore));
    return ResultMerge.merge(List.of(one, two)).at("/secondaryMetrics/x");
  }

  private static ObjectNode sample(String histogram) throws IOException {
    ObjectNode fork = fork("[[1]]");
    ObjectNode metric = (ObjectNode) fork.path("primaryMetric");
    metric.remove("rawData");
    metric.set("rawDataHistogram", RunFolder.JSON.readTree(histogram));
    return fork;
  }

  private static ObjectNode fork(String raw) {
    ObjectNode entry = RunFolder.JSON.createObjectNode().put("benchmark", "a.B.c").put("forks", 1);
    JsonNode rows = tree(raw);
    entry.set("primaryMetric", metric(raw, RawRows.statistics(rows).getMean()));
    entry.putObject("secondaryMetrics");
    return entry;
  }

  private static ObjectNode metric(String raw, double score) {
    ObjectNode metric =
        RunFolder.JSON.createObjectNode().put("score", score).put("scoreUnit", "us/op");
    metric.set("rawData", tree(raw));
    return metric;
  }

  private static JsonNode tree(String json) {
    try {
      return RunFolder.JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
