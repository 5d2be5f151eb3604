package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

  private static final Estimate DRIFTING = Estimate.ofForks(List.of(1.0, 2.0, 4.0));
  private static final Estimate TWICE = Estimate.ofForks(List.of(2.0, 4.0, 8.0));

  @Test
  void blocksCancelADriftThatBothSidesShare() {
    Ratio ratio = Ratio.of(TWICE, DRIFTING, true);

    assertThat(ratio.design()).isEqualTo(Ratio.Design.BLOCKS);
    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(ratio.interval().orElseThrow().low()).isCloseTo(2, within(1e-9));
    assertThat(ratio.interval().orElseThrow().high()).isCloseTo(2, within(1e-9));
    assertThat(ratio.difference()).isEqualTo(Difference.DIFFERENT);
  }

  @Test
  void independentForksCannotTellSuchADriftFromADifference() {
    Ratio ratio = Ratio.of(TWICE, DRIFTING, false);

    assertThat(ratio.design()).isEqualTo(Ratio.Design.INDEPENDENT);
    assertThat(ratio.value()).isCloseTo(2, within(1e-12));
    assertThat(ratio.difference()).isEqualTo(Difference.INCONCLUSIVE);
  }

  @Test
  void theIntervalOverBlocksIsOneOfLogRatios() {
    Estimate numerator = Estimate.ofForks(List.of(1.0, Math.E, Math.exp(2)));
    Estimate ones = Estimate.ofForks(List.of(1.0, 1.0, 1.0));

    Interval interval = Ratio.of(numerator, ones, true).interval().orElseThrow();

    assertThat(Math.log(interval.low())).isCloseTo(1 - 5.7301109, within(1e-6));
    assertThat(Math.log(interval.high())).isCloseTo(1 + 5.7301109, within(1e-6));
  }

  @Test
  void unequalNumbersOfForksAreNoBlocks() {
    Estimate two = Estimate.ofForks(List.of(1.0, 1.1));

    assertThat(Ratio.of(two, DRIFTING, true).design()).isEqualTo(Ratio.Design.INDEPENDENT);
  }

  @Test
  void theSameMeansTheWholeIntervalWithinTheSmallestEffect() {
    Estimate one = Estimate.ofForks(List.of(100.0, 100.1, 99.9));
    Estimate slightlyMore = Estimate.ofForks(List.of(101.0, 101.1, 100.9));

    Ratio ratio = Ratio.of(slightlyMore, one, true);

    assertThat(ratio.interval().orElseThrow().contains(1)).isFalse();
    assertThat(ratio.difference()).isEqualTo(Difference.SAME);
  }

  @Test
  void oneForkAllowsNoVerdict() {
    Estimate one = Estimate.ofForks(List.of(1.0));
    Estimate other = Estimate.ofForks(List.of(100.0));

    assertThat(Ratio.of(one, other, true).value()).isEqualTo(0.01);
    assertThat(Ratio.of(one, other, true).difference()).isEqualTo(Difference.NO_INTERVAL);
  }
}
