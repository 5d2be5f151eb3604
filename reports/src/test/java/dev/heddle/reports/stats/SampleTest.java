package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleTest {

  private static final Offset<Double> CLOSE = within(1e-6);

  /** Extra hours of sleep under two drugs: Student, "The probable error of a mean", 1908. */
  private static final double[] DEXTRO = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] LAEVO = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void intervalOfOneTwoThreeByHand() {
    Interval interval = Sample.of(1, 2, 3).interval();

    // mean 2, s² = 1, s/√3 = 0.5773503, t(2 degrees, 99.5 %) = 9.9248432
    assertThat(interval.low()).isCloseTo(2 - 9.9248432 * 0.5773503, CLOSE);
    assertThat(interval.high()).isCloseTo(2 + 9.9248432 * 0.5773503, CLOSE);
  }

  @Test
  void pairedIntervalOfStudentsSleepData() {
    double[] differences = new double[LAEVO.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = LAEVO[i] - DEXTRO[i];
    }

    Sample sample = Sample.of(differences);

    // mean 1.58, standard error 0.3889587, t(9 degrees, 99.5 %) = 3.2498355
    assertThat(sample.mean()).isCloseTo(1.58, CLOSE);
    assertThat(sample.interval().low()).isCloseTo(1.58 - 3.2498355 * 0.3889587, CLOSE);
    assertThat(sample.interval().high()).isCloseTo(1.58 + 3.2498355 * 0.3889587, CLOSE);
  }

  @Test
  void welchIntervalOfStudentsSleepData() {
    Interval interval = Sample.of(DEXTRO).differenceTo(Sample.of(LAEVO));

    // 17.7764735 degrees of freedom, as R's t.test reports for these data
    assertThat(interval.low()).isCloseTo(-4.0276329, CLOSE);
    assertThat(interval.high()).isCloseTo(0.8676329, CLOSE);
  }

  @Test
  void welchIntervalByHand() {
    Interval interval = Sample.of(1, 2, 3).differenceTo(Sample.of(2, 4, 6));

    // difference −2, squared error 1/3 + 4/3, 2.9411765 degrees, t = 5.9582458
    assertThat(interval.low()).isCloseTo(-9.6920623, CLOSE);
    assertThat(interval.high()).isCloseTo(5.6920623, CLOSE);
  }

  @Test
  void equalNumbersHaveAnIntervalWithoutWidth() {
    assertThat(Sample.of(3, 3, 3).interval()).isEqualTo(new Interval(3, 3));
    assertThat(Sample.of(3, 3).differenceTo(Sample.of(1, 1))).isEqualTo(new Interval(2, 2));
  }
}
