package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.read.Calibration;
import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Histogram;
import dev.heddle.reports.read.Iterations;
import dev.heddle.reports.read.Metric;
import dev.heddle.reports.read.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void lessTimeIsBetter() {
    assertThat(best(Mode.AVERAGE_TIME, "us/op")).isEqualTo("few");
  }

  @Test
  void moreThroughputIsBetter() {
    assertThat(best(Mode.THROUGHPUT, "ops/us")).isEqualTo("many");
  }

  @Test
  void scoresThatAreNoNumbersAboveZeroAreShownButNotRanked() {
    Comparison comparison =
        compare(
            Cells.cell("a.B.nan", Map.of(), Double.NaN, 1),
            Cells.cell("a.B.zero", Map.of(), 0, 0),
            Cells.cell("a.B.negative", Map.of(), -1, 1),
            Cells.cell("a.B.fine", Map.of(), 5, 6));

    assertThat(comparison.arms()).hasSize(4);
    assertThat(comparison.ranking())
        .extracting(result -> result.arm().name())
        .containsExactly("fine");
    assertThat(comparison.arms()).allMatch(result -> result.toBest().isEmpty());
  }

  /** 100 exchanges in 2 ms are 50,000 a second, in 1.25 ms 80,000: 50 % and 80 % of 100,000. */
  @Test
  void whatIsNearTheCeilingIsShownAndNotRanked() {
    Cell far = fetching("far", "100", 2_000);
    Cell near = fetching("near", "100", 1_250);
    var bound = new CeilingBound(Optional.of(new Calibration.Ceiling("driver to stub", 100_000)));

    Comparison comparison =
        Comparison.of(Scenarios.of(List.of(far, near)).getFirst(), false, bound);

    assertThat(comparison.arms())
        .extracting(result -> result.ceilingShare().orElseThrow())
        .usingComparatorForType(new DoubleComparator(1e-9), Double.class)
        .containsExactly(0.5, 0.8);
    assertThat(comparison.ranking())
        .extracting(result -> result.arm().name())
        .containsExactly("far");
    assertThat(comparison.arms()).allMatch(result -> result.toBest().isEmpty());
  }

  @Test
  void whatFetchesNothingOrHowOftenNobodySaysHasNoShareOfACeiling() {
    var bound = new CeilingBound(Optional.of(new Calibration.Ceiling("driver to stub", 1)));
    Cell noOp = Cells.cell("a.B.noOp", Map.of("work", "NO_OP", "fanOut", "100"), 1, 1);

    assertThat(
            Comparison.of(
                    Scenarios.of(List.of(noOp, fetching("some", "several", 1))).getFirst(),
                    false,
                    bound)
                .arms())
        .allMatch(result -> result.ceilingShare().isEmpty());
  }

  private static Cell fetching(String name, String fanOut, double micros) {
    return Cells.cell(
        "a.B." + name,
        Mode.AVERAGE_TIME,
        Map.of("work", "FETCH", "fanOut", fanOut),
        Cells.metric("us/op", List.of(Iterations.of(micros), Iterations.of(micros))));
  }

  @Test
  void percentilesOfSamplesAreTakenPerForkAndOnlyWhereSamplesSupportThem() {
    Histogram slow = Histogram.of(new TreeMap<>(Map.of(8.0, 99L, 80.0, 1L)));
    Histogram fast = Histogram.of(new TreeMap<>(Map.of(2.0, 99L, 20.0, 1L)));

    List<LatencyPoint> points =
        compare(cell(Mode.SAMPLE_TIME, "us/op", List.of(slow, fast))).arms().getFirst().latencies();

    assertThat(points).extracting(LatencyPoint::fraction).containsExactly(0.5, 0.9, 0.99, 1.0);
    assertThat(points.getFirst().latency().forks()).containsExactly(8e-6, 2e-6);
    assertThat(points.getFirst().latency().value()).isEqualTo(4e-6, within(1e-15));
    assertThat(points.getLast().latency().value()).isEqualTo(40e-6, within(1e-14));
  }

  @Test
  void withoutHistogramsThePercentilesOfTheFileAreShownWithoutInterval() {
    Metric metric =
        new Metric(1, 0, "us/op", new TreeMap<>(Map.of(50.0, 1.0, 99.9, 7.0)), List.of());

    List<LatencyPoint> points =
        compare(Cells.cell("a.B.c", Mode.SAMPLE_TIME, Map.of(), metric))
            .arms()
            .getFirst()
            .latencies();

    assertThat(points).extracting(LatencyPoint::fraction).containsExactly(0.5, 0.999);
    assertThat(points).allMatch(p -> p.latency().doubt() == Doubt.NO_FORK_DATA);
  }

  @Test
  void percentilesOfIterationMeansAreNoLatencies() {
    Metric metric =
        new Metric(1, 0, "us/op", new TreeMap<>(Map.of(50.0, 1.0)), List.of(Iterations.of(1, 2)));

    assertThat(
            compare(Cells.cell("a.B.c", Mode.AVERAGE_TIME, Map.of(), metric))
                .arms()
                .getFirst()
                .latencies())
        .isEmpty();
  }

  private static String best(Mode mode, String unit) {
    Cell few = Cells.cell("a.B.few", mode, Map.of(), Cells.metric(unit, List.of(Iterations.of(1))));
    Cell many =
        Cells.cell("a.B.many", mode, Map.of(), Cells.metric(unit, List.of(Iterations.of(2))));
    return compare(few, many).ranking().getFirst().arm().name();
  }

  private static Cell cell(Mode mode, String unit, List<ForkData> forks) {
    return Cells.cell("a.B.c", mode, Map.of(), Cells.metric(unit, forks));
  }

  private static Comparison compare(Cell... cells) {
    return Comparison.of(Scenarios.of(List.of(cells)).getFirst(), false);
  }
}
