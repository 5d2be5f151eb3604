package dev.heddle.benchmarks.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseFloorTest {

  @Test
  void forksThatAreAllAlikeHaveNone() {
    assertThat(NoiseFloor.of(Collections.nCopies(6, 12.5))).isZero();
  }

  /**
   * By hand: log ratios ln 1.1, 0 and -ln 1.1 have the deviation ln 1.1 = 0.0953102; t with two
   * degrees of freedom at 0.995 is 9.92484; 9.92484 x 0.0953102 / sqrt 3 = 0.546138, and exp of
   * that is 1.726572.
   */
  @Test
  void itIsHalfTheWidthOfStudentsIntervalOnTheMeanLogRatio() {
    assertThat(NoiseFloor.of(List.of(10.0, 11.0, 10.0, 10.0, 11.0, 10.0)))
        .isCloseTo(0.726572, within(1e-5));
  }

  @Test
  void aDriftThatBothForksOfAPairShareIsNoNoise() {
    assertThat(NoiseFloor.of(List.of(10.0, 10.0, 20.0, 20.0, 40.0, 40.0))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 5, 7})
  void tooFewForksOrAnOddNumberAreRefused(int forks) {
    assertThatThrownBy(() -> NoiseFloor.of(Collections.nCopies(forks, 1.0)))
        .hasMessage("%d forks; allowed: an even number, 6 or more", forks);
  }
}
