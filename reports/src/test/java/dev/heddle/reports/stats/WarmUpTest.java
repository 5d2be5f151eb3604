package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.ForkData;
import dev.heddle.reports.read.Iterations;
import java.util.Arrays;
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

  /** Student's paired differences of sleep (1908): t = 4.06 on 9 degrees, p = 0.0028. */
  @Test
  void whereStudentFoundADifferenceACellIsStillWarmingUp() {
    assertThat(goesOn(shifted(1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4))).isTrue();
  }

  /** Darwin's maize (R. A. Fisher, 1935): t = 2.148 on 14 degrees, p = 0.0497, above 1 %. */
  @Test
  void whereFisherFoundSignificanceAtFivePercentOnlyNothingIsSaid() {
    assertThat(
            goesOn(
                shifted(
                    0.49, -0.67, 0.08, 0.16, 0.06, 0.23, 0.28, 0.41, 0.14, 0.29, 0.56, 0.24, 0.75,
                    0.60, -0.48)))
        .isFalse();
  }

  /** A fork each whose later half differs from the earlier by this log. */
  private static ForkData[] shifted(double... logs) {
    return Arrays.stream(logs)
        .mapToObj(log -> Iterations.of(1, 1, Math.exp(log), Math.exp(log)))
        .toArray(ForkData[]::new);
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
