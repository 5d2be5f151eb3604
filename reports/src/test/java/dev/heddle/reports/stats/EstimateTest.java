package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  @Test
  void forksThatLieFarApartAreNotOneNumber() {
    assertThat(Estimate.ofForks(List.of(4.0, 5.0, 4.5)).isSteady()).isTrue();
    assertThat(Estimate.ofForks(List.of(4.0, 5.1, 4.5)).isSteady()).isFalse();
    assertThat(Estimate.ofForks(List.of(4.0, 6.0, 4.5)).spread()).isEqualTo(1.5);
    assertThat(Estimate.ofForks(List.of(1.0, 9.0)).isSteady()).as("two tell nothing").isTrue();
    assertThat(Estimate.ofForks(List.of(0.0, 1.0, 9.0)).spread()).isEqualTo(1);
  }

  @Test
  void isTheGeometricMeanWithATIntervalOfTheLogs() {
    Estimate estimate = Estimate.ofForks(List.of(1.0, Math.E, Math.exp(2)));

    // logs 0, 1, 2: mean 1, interval 1 ± 9.9248432 / √3
    assertThat(estimate.value()).isCloseTo(Math.E, within(1e-12));
    Interval interval = estimate.interval().orElseThrow();
    assertThat(Math.log(interval.low())).isCloseTo(1 - 5.7301109, within(1e-6));
    assertThat(Math.log(interval.high())).isCloseTo(1 + 5.7301109, within(1e-6));
    assertThat(estimate.doubt()).isEqualTo(Doubt.NONE);
  }

  @Test
  void oneForkHasNoInterval() {
    Estimate estimate = Estimate.ofForks(List.of(7.0));

    assertThat(estimate.value()).isEqualTo(7);
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.doubt()).isEqualTo(Doubt.ONE_FORK);
    assertThat(estimate.isRankable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3})
  void aForkNotAboveZeroHasNoLogSoTheMeanIsArithmeticAndUnranked(double fork) {
    Estimate estimate = Estimate.ofForks(List.of(fork, 5.0));

    assertThat(estimate.value()).isEqualTo((fork + 5) / 2);
    assertThat(estimate.doubt()).isEqualTo(Doubt.NOT_POSITIVE);
    assertThat(estimate.isRankable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aForkThatIsNoNumberIsSaidAndUnranked(double fork) {
    Estimate estimate = Estimate.ofForks(List.of(fork, 5.0));

    assertThat(estimate.value()).isNotFinite();
    assertThat(estimate.doubt()).isEqualTo(Doubt.NOT_FINITE);
    assertThat(estimate.isRankable()).isFalse();
  }

  @Test
  void aScoreWithoutForksIsRankedButHasNoInterval() {
    Estimate estimate = Estimate.ofScore(2);

    assertThat(estimate.isRankable()).isTrue();
    assertThat(estimate.doubt()).isEqualTo(Doubt.NO_FORK_DATA);
  }

  @Test
  void whatCannotBeRankedHasNoReciprocal() {
    Estimate reciprocal = Estimate.ofForks(List.of(0.0, 5.0)).reciprocal(1);

    assertThat(reciprocal.value()).isNaN();
    assertThat(reciprocal.forks()).isEmpty();
    assertThat(reciprocal.doubt()).isEqualTo(Doubt.NOT_POSITIVE);
  }

  @Test
  void theReciprocalTurnsTheIntervalRound() {
    Estimate time = Estimate.ofForks(List.of(1.0, 2.0, 4.0));

    Estimate throughput = time.reciprocal(8);

    assertThat(throughput.value()).isCloseTo(4, within(1e-12));
    assertThat(throughput.forks()).containsExactly(8.0, 4.0, 2.0);
    Interval interval = throughput.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(8 / time.interval().orElseThrow().high(), within(1e-9));
    assertThat(interval.high()).isCloseTo(8 / time.interval().orElseThrow().low(), within(1e-9));
    assertThat(Estimate.ofForks(List.of(8.0, 4.0, 2.0)).interval().orElseThrow().low())
        .isCloseTo(interval.low(), within(1e-9));
  }
}
