package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Iterations;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final ForkData FALLING = Iterations.of(10, 9.9, 7, 5.1, 5);
  private static final ForkData LEVEL = Iterations.of(5, 5.1, 9, 5, 5.1);

  @Test
  void iterationsThatFallInEveryForkAreStillWarmingUp() {
    assertThat(goesOn(FALLING, Iterations.of(11, 10, 7, 5, 5.2), FALLING)).isTrue();
  }

  @Test
  void theMiddleIterationBelongsToNeitherHalf() {
    assertThat(goesOn(LEVEL, LEVEL, LEVEL)).isFalse();
  }

  @Test
  void oneForkThatFallsIsNoEvidence() {
    assertThat(goesOn(FALLING, LEVEL, LEVEL)).isFalse();
  }

  @Test
  void aShiftBelowTheSmallestEffectDoesNotMatter() {
    ForkData slightly = Iterations.of(100, 100, 98, 98);

    assertThat(goesOn(slightly, slightly, slightly)).isFalse();
  }

  @Test
  void tooFewForksOrIterationsSayNothing() {
    assertThat(goesOn(FALLING, FALLING)).isFalse();
    ForkData three = Iterations.of(10, 5, 1);
    assertThat(goesOn(three, three, three)).isFalse();
  }

  private static boolean goesOn(ForkData... forks) {
    return WarmUp.goesOn(Cells.metric("us/op", List.of(forks)));
  }
}
