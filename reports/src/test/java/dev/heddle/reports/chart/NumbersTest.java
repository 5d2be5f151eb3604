package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.stats.Interval;
import dev.heddle.reports.stats.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 | 1.23",
        "12.34 | 12.3",
        "123.4 | 123",
        "12345.6 | 12,346",
        "0.00123456 | 0.00123",
        "0 | 0",
        "-2.5 | −2.50",
        "NaN | NaN",
        "Infinity | ∞",
        "-Infinity | −∞",
        "1e20 | 1.00e+20",
      })
  void numbersKeepThreeSignificantDigits(double value, String text) {
    assertThat(Digits.of(value)).isEqualTo(text);
  }

  @Test
  void anIntervalIsAsPreciseAsItsValue() {
    assertThat(Digits.of(new Interval(9.876, 101.26), 12.3)).isEqualTo("9.9 – 101.3");
  }

  @Test
  void anIntervalThatSaysNextToNothingIsSaidInWords() {
    assertThat(Digits.of(9.98e-6)).isEqualTo("9.98e−06");
    assertThat(Digits.of(new Interval(1e-30, 1e30), 2)).isEqualTo("over × 1,000 either way");
  }

  @ParameterizedTest
  @CsvSource({"2e-9, ns", "2e-6, µs", "2e-3, ms", "2, s", "2e-12, ns", "0, s", "NaN, s"})
  void timesAreShownInTheUnitOfTheLeast(double seconds, String label) {
    assertThat(HumanUnit.of(Quantity.TIME_PER_OPERATION, List.of(5.0, seconds)).label())
        .isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({"20, ops/s", "2e3, k ops/s", "2e6, M ops/s"})
  void ratesAreShownInTheUnitOfTheLeast(double rate, String label) {
    assertThat(HumanUnit.of(Quantity.THROUGHPUT, List.of(1e9, rate)).label()).isEqualTo(label);
  }
}
