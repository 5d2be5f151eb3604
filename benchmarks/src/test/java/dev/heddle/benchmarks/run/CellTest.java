package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTest {

  @Test
  void benchmarksWhoseMethodsAreNamedTheSameHaveFilesOfTheirOwn() {
    Map<String, String> params = Map.of("model", "VIRTUAL_THREADS");

    assertThat(new Cell("a.b.One.run", params).fileName())
        .isEqualTo("One.run_virtual-threads")
        .isNotEqualTo(new Cell("a.b.Two.run", params).fileName());
  }

  @Test
  void aBenchmarkOutsideAnyPackageHasALabel() {
    assertThat(new Cell("One.run", Map.of()).label()).isEqualTo("One.run");
  }
}
