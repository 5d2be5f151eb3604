package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlateauTest {

  @Test
  void aRateThatStillGrowsIsNotFlat() {
    assertThat(Plateau.isFlat(List.of(17.0, 30.0, 44.0, 60.0, 80.0, 95.0, 107.0))).isFalse();
  }

  @Test
  void aRateThatGainsNoMoreThanFivePercentInFourWindowsIsFlat() {
    assertThat(Plateau.isFlat(List.of(80.0, 100.0, 101.0, 99.0, 104.0, 105.0))).isTrue();
    assertThat(Plateau.isFlat(List.of(80.0, 100.0, 101.0, 99.0, 104.0, 105.1))).isFalse();
  }

  @Test
  void aDipDoesNotLookLikeTheEndOfGrowth() {
    assertThat(Plateau.isFlat(List.of(80.0, 100.0, 20.0, 20.0, 20.0, 110.0))).isFalse();
  }

  @Test
  void fewWindowsAreNeverFlat() {
    assertThat(Plateau.isFlat(List.of())).isFalse();
    assertThat(Plateau.isFlat(List.of(1.0, 1.0, 1.0, 1.0))).isFalse();
  }
}
