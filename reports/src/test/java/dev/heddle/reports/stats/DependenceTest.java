package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DependenceTest {

  @Test
  void byHand() {
    // deviations −1.5, −0.5, 0.5, 1.5: products 0.75 − 0.25 + 0.75 = 1.25 over squares 5; plus 1/4
    assertThat(Dependence.of(Sample.of(1, 2, 3, 4)).lagOne()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void fewNumbersTellNothing() {
    assertThat(Dependence.of(Sample.of(1, 2, 3, 4, 5, 6, 7)).isPresent()).isFalse();
    assertThat(Dependence.of(Sample.of(1, 2, 3, 4, 5, 6, 7, 8)).isPresent()).isTrue();
  }

  @Test
  void numbersThatAlternateAreNotWidened() {
    Dependence dependence = Dependence.of(Sample.of(1, 2, 1, 2, 1, 2, 1, 2));

    assertThat(dependence.isPresent()).isFalse();
    assertThat(dependence.variances()).isEqualTo(1);
  }

  @Test
  void equalNumbersAreIndependent() {
    assertThat(Dependence.of(Sample.of(3, 3, 3, 3, 3, 3, 3, 3)).lagOne()).isZero();
  }
}
