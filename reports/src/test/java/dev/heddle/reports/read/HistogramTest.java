package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {

  private static final Histogram TEN =
      Histogram.of(new TreeMap<>(Map.of(1.0, 5L, 2.0, 0L, 3.0, 4L, 100.0, 1L)));

  @ParameterizedTest
  @CsvSource({"0, 1", "0.5, 1", "0.51, 3", "0.9, 3", "0.901, 100", "0.99, 100", "1, 100"})
  void aPercentileIsTheValueOfTheNearestRank(double fraction, double value) {
    assertThat(TEN.percentile(fraction)).isEqualTo(value);
  }

  @Test
  void theMeanWeighsEachValueByItsCount() {
    assertThat(TEN.mean()).isEqualTo((5 * 1 + 4 * 3 + 100) / 10.0);
  }

  @Test
  void withoutSamplesThereAreNoNumbers() {
    Histogram none = Histogram.of(new TreeMap<>());

    assertThat(none.samples()).isZero();
    assertThat(none.mean()).isNaN();
    assertThat(none.percentile(0.5)).isNaN();
  }
}
