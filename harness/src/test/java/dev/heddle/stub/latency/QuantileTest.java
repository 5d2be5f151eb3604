package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class QuantileTest {

  private static final long LONGEST = LatencyDistribution.MAX_NANOS;
  private static final double BELOW_ONE = Math.nextDown(1.0);

  static final List<LatencyDistribution> EXTREMES =
      List.of(
          new Constant(0),
          new Constant(LONGEST),
          new Uniform(0, 0),
          new Uniform(0, LONGEST),
          new Uniform(LONGEST, LONGEST),
          LogNormal.of(1, 1),
          LogNormal.of(1, LONGEST),
          LogNormal.of(LONGEST, LONGEST),
          new LogNormal(LONGEST, Double.MAX_VALUE),
          Bimodal.of(1, 1, 0, 1),
          Bimodal.of(1, LONGEST, 0, 1000),
          Bimodal.of(1, LONGEST, 1e-9, 1000),
          Bimodal.of(1, LONGEST, 1 - 1e-9, 1000),
          Bimodal.of(LONGEST, LONGEST, 1, 1000),
          new Pareto(1, 0.01),
          new Pareto(LONGEST, 1000),
          new Empirical("one", SortedValues.of(LONGEST)),
          new Empirical("two", SortedValues.of(LONGEST, 0)));

  @ParameterizedTest
  @FieldSource("EXTREMES")
  void delaysStayBetweenZeroAndAnHour(LatencyDistribution distribution) {
    for (double u : new double[] {0, Double.MIN_VALUE, 0x1p-53, 0.5, 1 - 1e-9, BELOW_ONE}) {
      assertThat(distribution.nanos(u)).isBetween(0L, LONGEST);
    }
  }

  @Property(tries = 1000, seed = "20261125")
  void aLogNormalHasItsMedianAndItsPercentile(
      @ForAll @LongRange(min = 1, max = 3_600_000_000_000L) long one,
      @ForAll @LongRange(min = 1, max = 3_600_000_000_000L) long other) {
    long p50 = Math.min(one, other);
    long p99 = Math.max(one, other);
    LogNormal distribution = LogNormal.of(p50, p99);
    assertThat(distribution.nanos(0.5)).isEqualTo(p50);
    assertThat(distribution.nanos(0.99)).isCloseTo(p99, within(1L));
    assertThat(distribution.p99()).isCloseTo(p99, within(1L));
  }

  @Property(tries = 1000, seed = "20261125")
  void aParetoHasTheQuantilesOfCommonsStatistics(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long min,
      @ForAll @DoubleRange(min = 0.5, max = 100) double shape,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) @Scale(9) double u) {
    double expected = ParetoDistribution.of((double) min, shape).inverseCumulativeProbability(u);
    assertThat(new Pareto(min, shape).nanos(u))
        .isCloseTo(Math.round(Math.min(expected, LONGEST)), within(1L));
  }

  @Property(tries = 1000, seed = "20261125")
  void aLongerDelayNeverComesFromALesserNumber(
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) @Scale(9) double one,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) @Scale(9) double other) {
    for (LatencyDistribution distribution :
        List.of(
            new Uniform(0, 5_000),
            LogNormal.of(1_000_000, 9_000_000),
            new Pareto(1000, 0.7),
            new Empirical("some", SortedValues.of(3, 1, 2, 2)))) {
      assertThat(distribution.nanos(Math.min(one, other)))
          .isLessThanOrEqualTo(distribution.nanos(Math.max(one, other)));
    }
  }

  @Test
  void aTailIsCutAtAnHour() {
    assertThat(new Pareto(1_000_000_000, 0.5).nanos(0.999)).isEqualTo(LONGEST);
    assertThat(LogNormal.of(LONGEST, LONGEST).nanos(0.999)).isEqualTo(LONGEST);
  }

  @Test
  void bothSortsOfABimodalHaveTheirMedianInTheMiddleOfTheirShare() {
    Bimodal distribution = Bimodal.of(1_000_000, 9_000_000, 0.25, 2);
    assertThat(distribution.nanos(0.375)).isEqualTo(1_000_000);
    assertThat(distribution.nanos(0.875)).isEqualTo(9_000_000);
    assertThat(distribution.nanos(0.75 * 0.99)).isEqualTo(2_000_000);
    assertThat(distribution.nanos(0.75 + 0.25 * 0.99)).isEqualTo(18_000_000);
  }

  @Test
  void aBimodalWithoutOneSortIsTheOther() {
    assertThat(Bimodal.of(10, 1000, 0, 1).nanos(BELOW_ONE)).isEqualTo(10);
    assertThat(Bimodal.of(10, 1000, 1, 1).nanos(0)).isEqualTo(1000);
  }

  @Test
  void aComponentOutOfRangeIsRefusedWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(5, 4))
        .withMessage("high is 4 ns; allowed: 5 to 3600000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pareto(5, Double.NaN))
        .withMessageStartingWith("shape is NaN; allowed: ");
  }
}
