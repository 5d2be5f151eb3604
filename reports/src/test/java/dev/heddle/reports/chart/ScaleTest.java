package dev.heddle.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void ratesUpToADecadeApartStandInProportion() {
    Scale scale = Scale.ofRates(List.of(50.0, 100.0, 500.0));

    assertThat(scale.logarithmic()).isFalse();
    assertThat(scale.place(500)).isEqualTo(500);
    assertThat(labels(scale)).containsExactly("50", "100", "500");
  }

  @Test
  void ratesOverADecadeApartStandByTheirLogarithms() {
    Scale scale = Scale.ofRates(List.of(50.0, 500.0, 5000.0));

    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.place(500) - scale.place(50))
        .isCloseTo(scale.place(5000) - scale.place(500), within(1e-9));
    assertThat(labels(scale)).containsExactly("50", "500", "5,000");
  }

  @Test
  void ratesThatAreTooCloseShareTheLabelOfTheHigher() {
    assertThat(labels(Scale.ofRates(List.of(100.0, 495.0, 500.0)))).containsExactly("100", "500");
  }

  @Test
  void longLabelsNeedMoreRoom() {
    assertThat(labels(Scale.ofRates(List.of(800.0, 3_200.0, 3_810.0, 4_530.0, 6_400.0))))
        .containsExactly("800", "3,200", "4,530", "6,400");
  }

  @Test
  void oneRateIsInTheMiddle() {
    Scale scale = Scale.ofRates(List.of(400.0));

    assertThat(scale.place(400)).isCloseTo((scale.low() + scale.high()) / 2, within(1e-9));
  }

  @Test
  void aLogScaleHoldsItsValuesAndHasSeveralLabels() {
    for (List<Double> values :
        List.of(List.of(95.0, 96.0), List.of(3.0, 70.0), List.of(0.01, 9000.0), List.of(5.0))) {
      Scale scale = Scale.logarithmic(values);
      assertThat(values)
          .allSatisfy(v -> assertThat(scale.place(v)).isBetween(scale.low(), scale.high()));
      assertThat(scale.ticks()).hasSizeBetween(3, 12);
    }
  }

  @Test
  void smallDifferencesDoNotFillALogScale() {
    Scale scale = Scale.logarithmic(List.of(95.0, 96.0));

    assertThat(Math.pow(10, scale.span())).isGreaterThan(3);
  }

  @Test
  void ninesStandAtEqualSteps() {
    Scale scale = Scale.nines(2000);

    assertThat(scale.place(0.99)).isCloseTo(2 * scale.place(0.9), within(1e-9));
    assertThat(labels(scale)).containsExactly("min", "p50", "p90", "p99", "p99.9");
  }

  private static List<String> labels(Scale scale) {
    return scale.ticks().stream().map(Scale.Tick::label).toList();
  }
}
