package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EffectTest {

  private static final Offset<Double> CLOSE = within(1e-6);

  @Test
  void blocksByHand() {
    List<Double> ones = List.of(1.0, 1.0, 1.0);

    Effect effect = Effect.ofBlocks(ones, List.of(1.0, Math.E, Math.exp(2)));

    // logs 0, 1, 2: mean 1, s²/n = 1/3, t = 1.7320508 on 2 degrees: p = 1 − t/√(t² + 2)
    assertThat(effect.logRatio().mean()).isCloseTo(1, CLOSE);
    assertThat(effect.logRatio().squaredError()).isCloseTo(1 / 3.0, CLOSE);
    assertThat(effect.p()).isCloseTo(1 - Math.sqrt(3) / Math.sqrt(5), CLOSE);
    assertThat(effect.ratio()).isCloseTo(Math.E, CLOSE);
  }

  @Test
  void pairedTestOfStudentsSleepData() {
    // R's t.test(extra ~ group, paired = TRUE): t = 4.0621277, 9 degrees, p = 0.0028328902
    Effect effect =
        Effect.ofBlocks(
            Collections.nCopies(10, 1.0), exp(1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4));

    assertThat(effect.p()).isCloseTo(0.0028328902, within(1e-9));
  }

  @Test
  void welchTestOfStudentsSleepData() {
    // R's t.test(extra ~ group): t = 1.8608135, 17.7764735 degrees, p = 0.0793941
    Effect effect =
        Effect.ofIndependent(
            exp(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0),
            exp(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));

    assertThat(effect.p()).isCloseTo(0.0793941, within(1e-7));
  }

  @Test
  void anIntervalExcludesOneExactlyWhereThePValueIsBelowItsLevel() {
    Effect effect = Effect.ofBlocks(Collections.nCopies(5, 1.0), exp(0.1, 0.2, 0.05, 0.3, 0.15));
    double p = effect.p();

    assertThat(effect.interval(p * 1.001).contains(1)).isFalse();
    assertThat(effect.interval(p * 0.999).contains(1)).isTrue();
  }

  @Test
  void blocksThatFollowATrendWidenTheInterval() {
    List<Double> trend = exp(IntStream.range(0, 12).mapToDouble(i -> 0.01 * i).toArray());
    List<Double> ones = Collections.nCopies(12, 1.0);

    Effect effect = Effect.ofBlocks(ones, trend);

    assertThat(effect.dependence().isPresent()).isTrue();
    assertThat(effect.logRatio().squaredError())
        .isGreaterThan(3 * Estimate.logs(trend).squaredError());
  }

  @Test
  void theSignFlipTestComesFromEightBlocksOn() {
    assertThat(Effect.ofBlocks(Collections.nCopies(7, 1.0), Collections.nCopies(7, 2.0)).signFlip())
        .isEmpty();
    assertThat(Effect.ofBlocks(Collections.nCopies(8, 1.0), Collections.nCopies(8, 2.0)).signFlip())
        .hasValue(2 / 256.0);
  }

  @Test
  void oneForkIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Effect.ofIndependent(List.of(1.0), List.of(1.0, 2.0)))
        .withMessageContaining("1 forks of the base");
  }

  private static List<Double> exp(double... logs) {
    return Arrays.stream(logs).map(Math::exp).boxed().toList();
  }
}
