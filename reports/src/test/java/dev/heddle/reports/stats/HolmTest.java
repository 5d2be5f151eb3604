package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
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

  @Test
  void noneExceedsOne() {
    assertThat(Holm.corrected(List.of(0.9, 0.8))).containsExactly(1.0, 1.0);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }
}
