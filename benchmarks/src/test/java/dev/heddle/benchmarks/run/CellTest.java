package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
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

  @Test
  void aPathIsCalledByItsFileAndAHashByItsBeginning() {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("scenario", "/home/Somebody/Page.yaml");
    params.put("none", "");
    params.put("scenarioSha256", "0123456789abcdef".repeat(4));

    assertThat(new Cell("One.run", params).label()).isEqualTo("One.run page.yaml 01234567");
  }
}
