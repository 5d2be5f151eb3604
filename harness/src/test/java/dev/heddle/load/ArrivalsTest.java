package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalsTest {

  @Test
  void constantArrivalsStandAtTheirNumbersTimesTheGapHoweverMany() {
    Arrivals.Schedule schedule = new Arrivals.Constant(3).schedule();
    long last = 0;
    for (int i = 0; i < 30_000_000; i++) {
      last = schedule.next();
    }
    assertThat(last).isEqualTo(Math.round(29_999_999 / 3.0 * 1e9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 10, 1_000, 50_000})
  void constantArrivalsKeepTheirGap(double rate) {
    long[] times = times(new Arrivals.Constant(rate), 1_000);
    for (int i = 0; i < times.length; i++) {
      assertThat(times[i]).isEqualTo(Math.round(i * 1e9 / rate));
    }
  }

  @Test
  void poissonArrivalsHaveExponentialGaps() {
    long[] times = times(new Arrivals.Poisson(800, 7), 100_000);
    double[] gaps = new double[times.length - 1];
    Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
    assertThat(times).isSorted();
    assertThat(
            KolmogorovSmirnovTest.withDefaults()
                .test(gaps, ExponentialDistribution.of(1e9 / 800)::cumulativeProbability)
                .getPValue())
        .isGreaterThan(0.001);
  }

  @Test
  void theSameSeedGivesTheSameArrivalsAndAnotherOneOthers() {
    assertThat(times(new Arrivals.Poisson(10, 1), 100))
        .isEqualTo(times(new Arrivals.Poisson(10, 1), 100))
        .isNotEqualTo(times(new Arrivals.Poisson(10, 2), 100));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1_000_001, 0.0001})
  void aRateOutOfRangeIsRefusedWithTheRange(double rate) {
    assertThatThrownBy(() -> new Arrivals.Constant(rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate is " + rate + " per second; allowed: 0.001 to 1000000");
    assertThatThrownBy(() -> new Arrivals.Poisson(rate, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long[] times(Arrivals arrivals, int count) {
    Arrivals.Schedule schedule = arrivals.schedule();
    return LongStream.generate(schedule::next).limit(count).toArray();
  }
}
