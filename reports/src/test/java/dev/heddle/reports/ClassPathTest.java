package dev.heddle.reports;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar is useful to any JMH project, so it carries nothing of Heddle's own measurements. */
class ClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"dev.heddle.plan.Plan", "dev.heddle.benchmarks.Heddle", "org.openjdk.jmh.Main"})
  void holdsNeitherHarnessNorBenchmarksNorJmh(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
