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

  /**
   * Definition 1 of R. J. Hyndman and Y. Fan (The American Statistician 50, 1996); the numbers are
   * the worked examples of the nearest-rank method in Wikipedia's article "Percentile".
   */
  @ParameterizedTest
  @CsvSource({
    "15 20 35 40 50, 0.05, 15",
    "15 20 35 40 50, 0.3, 20",
    "15 20 35 40 50, 0.4, 20",
    "15 20 35 40 50, 0.5, 35",
    "15 20 35 40 50, 1, 50",
    "3 6 7 8 8 10 13 15 16 20, 0.25, 7",
    "3 6 7 8 8 10 13 15 16 20, 0.5, 8",
    "3 6 7 8 8 10 13 15 16 20, 0.75, 15",
    "3 6 7 8 8 10 13 15 16 20, 1, 20",
    "3 6 7 8 8 9 10 13 15 16 20, 0.25, 7",
    "3 6 7 8 8 9 10 13 15 16 20, 0.5, 9",
    "3 6 7 8 8 9 10 13 15 16 20, 0.75, 15",
  })
  void publishedExamplesOfTheNearestRank(String samples, double fraction, double value) {
    TreeMap<Double, Long> counts = new TreeMap<>();
    for (String sample : samples.split(" ", -1)) {
      counts.merge(Double.valueOf(sample), 1L, Long::sum);
    }

    assertThat(Histogram.of(counts).percentile(fraction)).isEqualTo(value);
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
