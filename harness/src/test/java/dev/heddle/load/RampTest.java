package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RampTest {

  private static final long SECOND = 1_000_000_000;

  /**
   * By hand, at 1/s with 16 s of warm-up: sqrt(16 s) for s of 0, 1, 2 and 3 is 0, 4, 5.657 and
   * 6.928; from 4 on it is 4 s later than without a ramp.
   */
  @Test
  void arrivalsComeCloserDuringTheFirstHalfAndKeepTheirGapsAfterwards() {
    assertThat(times(1, 16 * SECOND, 7))
        .containsExactly(
            0L, 4 * SECOND, 5_656_854_249L, 6_928_203_230L, 8 * SECOND, 9 * SECOND, 10 * SECOND);
  }

  @Test
  void theFirstArrivalThatCountsIsDueWhenTheWarmUpEnds() {
    assertThat(times(500, 2 * SECOND, 1_000)).contains(2 * SECOND, 2 * SECOND + 2_000_000);
  }

  @Test
  void withoutAWarmUpNothingIsMoved() {
    assertThat(times(10, 0, 3)).containsExactly(0L, 100_000_000L, 200_000_000L);
  }

  @Test
  void noArrivalIsEarlierThanTheOneBefore() {
    Arrivals.Schedule ramp = new Ramp(new Arrivals.Poisson(1_000, 7).schedule(), 3 * SECOND);
    long before = 0;
    for (int i = 0; i < 5_000; i++) {
      long next = ramp.next();
      assertThat(next).isGreaterThanOrEqualTo(before);
      before = next;
    }
  }

  private static List<Long> times(double perSecond, long warmUp, int count) {
    Arrivals.Schedule ramp = new Ramp(new Arrivals.Constant(perSecond).schedule(), warmUp);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      times.add(ramp.next());
    }
    return times;
  }
}
