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

  /**
   * Luteinizing hormone every ten minutes (P. J. Diggle, Time Series: A Biostatistical
   * Introduction, 1990, table A.1, series 3); R's {@code acf(lh)} prints 0.576 at lag 1.
   */
  @Test
  void theHormoneSeriesOfDiggle() {
    Dependence dependence =
        Dependence.of(
            Sample.of(
                2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7,
                2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4,
                1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9));

    assertThat(dependence.lagOne() - 1 / 48.0).isCloseTo(0.576, within(5e-4));
    assertThat(dependence.isPresent()).isTrue();
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
