package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmpiricalTest {

  private static final Map<Long, Long> COUNTS = Map.of(10L, 5L, 20L, 1L, 30L, 10L, 70L, 4L);

  @Test
  void eachDelayHasAnEqualPartOfTheNumbers() {
    EmpiricalSource source = SortedValues.of(30, 10, 20, 20);
    assertThat(source.size()).isEqualTo(4);
    assertThat(source.nanos(0)).isEqualTo(10);
    assertThat(source.nanos(Math.nextDown(0.25))).isEqualTo(10);
    assertThat(source.nanos(0.25)).isEqualTo(20);
    assertThat(source.nanos(0.5)).isEqualTo(20);
    assertThat(source.nanos(0.75)).isEqualTo(30);
    assertThat(source.nanos(Math.nextDown(1.0))).isEqualTo(30);
  }

  @Test
  void countedDelaysAreDrawnAsTheSameOnesSingly() {
    EmpiricalSource counted = CountedValues.of(new TreeMap<>(COUNTS));
    EmpiricalSource single = singly();
    assertThat(counted.size()).isEqualTo(single.size()).isEqualTo(20);
    for (int i = 0; i < 1000; i++) {
      assertThat(counted.nanos(i / 1000.0)).isEqualTo(single.nanos(i / 1000.0));
    }
    assertThat(counted.nanos(Math.nextDown(1.0))).isEqualTo(70);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20261125})
  void delaysAreDrawnAsOftenAsTheyWereMeasured(long seed) {
    assertThat(likelihood(CountedValues.of(new TreeMap<>(COUNTS)), seed))
        .isGreaterThan(Samples.LEAST_P);
    assertThat(likelihood(singly(), seed)).isGreaterThan(Samples.LEAST_P);
  }

  @Test
  void theCheckRefusesOtherCounts() {
    TreeMap<Long, Long> other = new TreeMap<>(Map.of(10L, 52L, 20L, 10L, 30L, 100L, 70L, 40L));
    assertThat(likelihood(CountedValues.of(other), 1)).isLessThan(Samples.LEAST_P);
  }

  /** How likely draws as far from the counts as these are (Pearson's chi-square). */
  private static double likelihood(EmpiricalSource source, long seed) {
    TreeMap<Long, Long> drawn = new TreeMap<>();
    COUNTS.keySet().forEach(nanos -> drawn.put(nanos, 0L));
    for (double nanos : Samples.of(new Empirical("test", source), seed)) {
      drawn.merge((long) nanos, 1L, Long::sum);
    }
    assertThat(drawn).containsOnlyKeys(COUNTS.keySet());
    return ChiSquareTest.withDefaults()
        .test(longs(new TreeMap<>(COUNTS)).asDoubleStream().toArray(), longs(drawn).toArray())
        .getPValue();
  }

  private static LongStream longs(SortedMap<Long, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue);
  }

  private static EmpiricalSource singly() {
    return SortedValues.of(
        COUNTS.entrySet().stream()
            .flatMapToLong(entry -> LongStream.generate(entry::getKey).limit(entry.getValue()))
            .toArray());
  }
}
