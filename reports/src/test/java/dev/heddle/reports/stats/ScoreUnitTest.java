package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreUnitTest {

  @ParameterizedTest
  @CsvSource({
    "us/op, AVERAGE_TIME, TIME_PER_OPERATION, 1e-6, s/op",
    "min/op, SINGLE_SHOT, TIME_PER_OPERATION, 60, s/op",
    "ops/ms, THROUGHPUT, THROUGHPUT, 1e3, ops/s",
    "ops/s, THROUGHPUT, THROUGHPUT, 1, ops/s",
    "MB/sec, THROUGHPUT, OTHER_RATE, 1, MB/sec",
    "B/op, THROUGHPUT, OTHER_COST, 1, B/op",
    "counts, THROUGHPUT, OTHER_COST, 1, counts",
    "ms, THROUGHPUT, OTHER_COST, 1, ms",
    "B/op, AVERAGE_TIME, OTHER_COST, 1, B/op",
    "#, AVERAGE_TIME, OTHER_COST, 1, #",
  })
  void aUnitSaysWhatIsMeasuredAndItsBase(
      String unit, Mode mode, Quantity quantity, double factor, String base) {
    assertThat(ScoreUnit.of(unit, mode)).isEqualTo(new ScoreUnit(quantity, factor, base));
  }
}
