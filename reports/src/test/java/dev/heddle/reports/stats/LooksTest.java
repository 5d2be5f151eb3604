package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {

  @Test
  void pococksLevelsForEvenlySpacedLooks() {
    // Pocock 1977, table 1: nominal levels for α = 5 % and 1 %
    assertThat(new Looks(List.of(10, 20)).normalLevel(0.05)).isCloseTo(0.0294, within(0.0001));
    assertThat(new Looks(List.of(10, 20, 30, 40, 50)).normalLevel(0.05))
        .isCloseTo(0.0158, within(0.0001));
    assertThat(new Looks(List.of(10, 20, 30, 40, 50)).normalLevel(0.01))
        .isCloseTo(0.0028, within(0.0001));
  }

  @Test
  void oneLookMayUseItAll() {
    assertThat(new Looks(List.of(30)).levelFor(0.01)).isCloseTo(0.01, within(1e-6));
  }

  @Test
  void theStandardLooksHaveTheLevelsThatSimulationsOfStudentsTGive() {
    assertThat(Looks.STANDARD.levelFor(0.05)).isCloseTo(0.0136, within(0.0003));
    assertThat(Looks.STANDARD.levelFor(0.01)).isCloseTo(0.0024, within(0.00005));
    assertThat(Looks.STANDARD.overall(Looks.STANDARD.normalLevel(0.01)))
        .isCloseTo(0.01, within(1e-6));
  }

  @Test
  void fewerBlocksHaveFewerLooks() {
    assertThat(Looks.STANDARD.upTo(10).blocks()).containsExactly(5, 8, 10);
    assertThat(Looks.STANDARD.upTo(12).blocks()).containsExactly(5, 8, 12);
  }

  @Test
  void looksMustGrow() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Looks(List.of(5, 5)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Looks(List.of()));
  }

  @Test
  void aLevelOfOneLookIsTheLevelOfAllLooksAgain() {
    for (double alpha : new double[] {0.05, 0.01, 0.001, 1e-5}) {
      assertThat(Looks.STANDARD.overallOf(Looks.STANDARD.levelFor(alpha)))
          .isCloseTo(alpha, withinPercentage(0.1));
    }
    assertThat(Looks.STANDARD.overallOf(0)).isZero();
    assertThat(Looks.STANDARD.overallOf(1)).isEqualTo(1);
    assertThat(new Looks(List.of(5)).overallOf(0.02)).isEqualTo(0.02);
  }
}
