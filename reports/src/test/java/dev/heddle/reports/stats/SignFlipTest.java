package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignFlipTest {

  /**
   * Darwin's maize: heights of crossed less those of self-fertilized plants, in eighths of inches.
   */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  @Test
  void fishersOwnExample() {
    // 863 of 32,768 patterns have a sum of 314 or more (The Design of Experiments, section 21)
    assertThat(SignFlip.p(Sample.of(MAIZE))).isEqualTo(2 * 863 / 32_768.0);
  }

  @Test
  void threeByHand() {
    // of the eight patterns of 1, 2, 4 only +++ and −−− reach 7; six reach 3 or more: not 1+2−4 =
    // −1
    assertThat(SignFlip.p(Sample.of(1, 2, 4))).isEqualTo(2 / 8.0);
    assertThat(SignFlip.p(Sample.of(1, -2, 4))).isEqualTo(6 / 8.0);
  }

  @Test
  void drawnPatternsAgreeWithAllPatterns() {
    SplittableRandom random = new SplittableRandom(5);
    double[] values = new double[20];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian() + 0.4;
    }
    long asFar = 0;
    double observed = Math.abs(Arrays.stream(values).sum()) - 1e-9;
    for (int pattern = 0; pattern < 1 << 20; pattern++) {
      double sum = 0;
      for (int i = 0; i < 20; i++) {
        sum += (pattern >> i & 1) == 0 ? values[i] : -values[i];
      }
      asFar += Math.abs(sum) >= observed ? 1 : 0;
    }

    assertThat(SignFlip.p(Sample.of(values))).isCloseTo(asFar / (double) (1 << 20), within(0.005));
  }

  @Test
  void beyondSixtyFourEveryNumberStillHasASignOfItsOwn() {
    double[] values = new double[70];
    values[0] = 1;
    values[64] = 1;

    // two signs that are drawn each for itself agree half of the time; one sign for both, always
    assertThat(SignFlip.p(Sample.of(values))).isCloseTo(0.5, within(0.01));
  }

  @Test
  void noNumberOfBlocksIsTooLarge() {
    double[] values = new double[200];
    Arrays.fill(values, 1);

    assertThat(SignFlip.p(Sample.of(values))).isCloseTo(1 / 50_001.0, within(1e-12));
  }
}
