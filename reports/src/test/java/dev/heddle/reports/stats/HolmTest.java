package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void byHand() {
    // sorted .01 × 4, .02 × 3, .03 × 2, .04 × 1, each at least the one before
    List<Double> corrected = Holm.corrected(List.of(0.04, 0.01, 0.03, 0.02));

    assertThat(corrected.get(1)).isCloseTo(0.04, Offset.offset(1e-12));
    assertThat(corrected.get(3)).isCloseTo(0.06, Offset.offset(1e-12));
    assertThat(corrected.get(2)).isCloseTo(0.06, Offset.offset(1e-12));
    assertThat(corrected.get(0)).isCloseTo(0.06, Offset.offset(1e-12));
  }

  /**
   * Fifteen comparisons of two treatments of heart attacks (K. L. Neuhaus et al., J. Am. Coll.
   * Cardiol. 19, 1992), as Benjamini and Hochberg tell them (J. R. Stat. Soc. B 57, 1995, section
   * 4): at 5 % Bonferroni and Hochberg both refuse the three smallest, and Holm lies between them.
   */
  @Test
  void ofTheThrombolysisDataThreeAreSignificant() {
    List<Double> corrected =
        Holm.corrected(
            List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240,
                0.4262, 0.5719, 0.6528, 0.7590, 1.0));

    assertThat(corrected.stream().filter(p -> p <= 0.05)).hasSize(3);
    // 15, 14, 13 and 12 times the first four
    assertThat(corrected.subList(0, 4))
        .usingComparatorForType(new DoubleComparator(1e-12), Double.class)
        .containsExactly(0.0015, 0.0056, 0.0247, 0.114);
  }

  @Test
  void noneExceedsOne() {
    assertThat(Holm.corrected(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }
}
