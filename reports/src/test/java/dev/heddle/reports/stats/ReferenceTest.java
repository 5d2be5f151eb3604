package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.reports.read.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final Cell MODEL =
      Cells.cell("a.B.gather", params("VIRTUAL_THREADS", "10", Map.of("tier", "IDIOM")), 2, 2.1);

  @Test
  void belongsToTheScenarioThatDoesTheSame() {
    Cell same = reference("a.B.gather", "10");

    assertThat(
            beside(
                same,
                reference("a.B.gather", "100"),
                reference("a.B.group", "10"),
                reference("b.B.gather", "10")))
        .extracting(Reference::cell)
        .containsExactly(same);
  }

  @Test
  void hasItsClientAndItsLoopInItsName() {
    Reference reference = Reference.of(reference("a.B.gather", "10"));

    assertThat(reference.name()).isEqualTo("asyncio · aiohttp 3.8.4 · uvloop");
    assertThat(reference.shortName()).isEqualTo("asyncio · aiohttp · uvloop");
    assertThat(reference.hasClient()).isTrue();
  }

  @Test
  void theUsualLoopAndNoClientAreNotWorthAWord() {
    Reference reference =
        Reference.of(
            Cells.cell(
                "a.B.gather",
                params("asyncio", "10", Map.of("loop", "asyncio", "client", "none")),
                1));

    assertThat(reference.name()).isEqualTo("asyncio");
    assertThat(reference.hasClient()).isFalse();
  }

  @Test
  void aContestantIsFasterByItsTimeInTheReferences() {
    Comparison comparison = Comparison.of(Scenarios.of(List.of(MODEL)).getFirst(), true);
    Reference reference = Reference.of(reference("a.B.gather", "10"));

    assertThat(reference.timesFaster(comparison.arms().getFirst()))
        .get(InstanceOfAssertFactories.type(Ratio.class))
        .satisfies(
            ratio -> {
              assertThat(ratio.design()).isEqualTo(Ratio.Design.INDEPENDENT);
              assertThat(ratio.value()).isBetween(9.0, 11.0);
              assertThat(ratio.interval().orElseThrow().contains(ratio.value())).isTrue();
            });
  }

  private static List<Reference> beside(Cell... cells) {
    return Reference.beside(Scenarios.of(List.of(MODEL)).getFirst(), List.of(cells));
  }

  private static Cell reference(String benchmark, String fanOut) {
    return Cells.cell(
        benchmark,
        params(
            "asyncio",
            fanOut,
            Map.of("tier", "reference", "loop", "uvloop", "client", "aiohttp 3.8.4")),
        20,
        21);
  }

  private static Map<String, String> params(
      String model, String fanOut, Map<String, String> others) {
    Map<String, String> params = new LinkedHashMap<>(others);
    params.put("model", model);
    params.put("fanOut", fanOut);
    return params;
  }
}
