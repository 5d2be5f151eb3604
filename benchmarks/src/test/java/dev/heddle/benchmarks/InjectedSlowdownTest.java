package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

class InjectedSlowdownTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10000, 2000, 500",
    "1, 10100, 2020, 505",
    "2, 10200, 2040, 510",
    "3, 10300, 2060, 515",
    "5, 10500, 2100, 525",
    "10, 11000, 2200, 550"
  })
  void workGrowsByThePercentage(int percent, long cpu, long lock, long child) {
    InjectedSlowdown slowdown = new InjectedSlowdown(percent);

    assertThat(LongStream.of(10_000, 2_000, 500).map(slowdown::tokens))
        .containsExactly(cpu, lock, child);
    assertThat(slowdown.share(10_000)).isEqualTo(cpu - 10_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 10, 1_000})
  void ofAThousandOperationsInARowAsManyWaitWhereverTheyBegin(int percent) {
    InjectedSlowdown slowdown = new InjectedSlowdown(percent);

    assertThat(LongStream.range(0, 1_000))
        .allSatisfy(
            begin ->
                assertThat(LongStream.range(begin, begin + 1_000).filter(slowdown::waits).count())
                    .isEqualTo(percent));
  }

  @Test
  void operationsThatWaitAreEvenlySpaced() {
    assertThat(waiting(3)).containsExactly(0L, 334L, 667L, 1_000L, 1_334L, 1_667L);
    assertThat(waiting(5).subList(0, 4)).containsExactly(0L, 200L, 400L, 600L);
  }

  @Test
  void theParametersAreThoseThatTheArithmeticIsTestedFor() throws Exception {
    assertThat(Slowdown.class.getField("percent").getAnnotation(Param.class).value())
        .containsExactly("0", "1", "2", "3", "5", "10");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_001})
  void otherPercentagesAreRefused(int percent) {
    assertThatThrownBy(() -> new InjectedSlowdown(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percent is %d; allowed: 0 to 1000".formatted(percent));
  }

  private static List<Long> waiting(int percent) {
    InjectedSlowdown slowdown = new InjectedSlowdown(percent);
    return LongStream.range(0, 2_000).filter(slowdown::waits).boxed().toList();
  }
}
