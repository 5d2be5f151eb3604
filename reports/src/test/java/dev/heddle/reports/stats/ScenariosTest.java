package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Iterations;
import dev.heddle.reports.read.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  @Test
  void modelsAreComparedInTheOrderThatEveryChartKeeps() {
    List<Scenario> scenarios =
        Scenarios.of(
            List.of(
                gather("NETTY_EVENT_LOOP", "FETCH"),
                gather("VIRTUAL_THREADS", "FETCH"),
                gather("NETTY_EVENT_LOOP", "NO_OP")));

    assertThat(scenarios).hasSize(2);
    assertThat(scenarios.getFirst().title()).isEqualTo("GatherBenchmark.gather");
    assertThat(scenarios.getFirst().params()).isEqualTo(Map.of("work", "FETCH"));
    assertThat(names(scenarios.getFirst())).containsExactly("virtual threads", "Netty event loop");
  }

  @Test
  void benchmarksOfTwoClassesAreNeverComparedWithEachOther() {
    Map<String, String> params = Map.of("model", "VIRTUAL_THREADS", "work", "NO_OP");

    List<Scenario> scenarios =
        Scenarios.of(
            List.of(
                Cells.cell("org.GatherBenchmark.gather", params, 1),
                Cells.cell("org.GroupBenchmark.group", params, 1)));

    assertThat(scenarios)
        .extracting(Scenario::title)
        .containsExactly("GatherBenchmark.gather", "GroupBenchmark.group");
    assertThat(scenarios).allSatisfy(scenario -> assertThat(scenario.arms()).hasSize(1));
  }

  @Test
  void withoutModelsTheMethodsOfAClassAreCompared() {
    Map<String, String> params = Map.of("size", "1");

    Scenario scenario =
        Scenarios.of(
                List.of(
                    Cells.cell("org.Bench.slow", params, 1),
                    Cells.cell("org.Bench.fast", params, 1)))
            .getFirst();

    assertThat(scenario.title()).isEqualTo("Bench");
    assertThat(scenario.axis().name()).isEqualTo("benchmark");
    assertThat(names(scenario)).containsExactly("slow", "fast");
  }

  @Test
  void ofOneMethodTheParameterWithMostValuesIsCompared() {
    List<Scenario> scenarios =
        Scenarios.of(
            List.of(
                Cells.cell("org.Bench.one", Map.of("a", "1", "b", "1"), 1),
                Cells.cell("org.Bench.one", Map.of("a", "1", "b", "2"), 1),
                Cells.cell("org.Bench.one", Map.of("a", "1", "b", "3"), 1)));

    assertThat(scenarios).hasSize(1);
    assertThat(scenarios.getFirst().axis()).isEqualTo(new Axis.Param("b"));
    assertThat(scenarios.getFirst().params()).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void unitsOfOneQuantityAreComparedAndOthersAreNot() {
    Cell micro = Cells.cell("org.Bench.micro", Map.of(), 5);
    Cell nano =
        Cells.cell(
            "org.Bench.nano",
            Mode.AVERAGE_TIME,
            Map.of(),
            Cells.metric("ns/op", List.of(Iterations.of(4000))));
    Cell bytes =
        Cells.cell(
            "org.Bench.bytes",
            Mode.AVERAGE_TIME,
            Map.of(),
            Cells.metric("B/op", List.of(Iterations.of(16))));

    List<Scenario> scenarios = Scenarios.of(List.of(micro, nano, bytes));

    assertThat(scenarios)
        .extracting(ScenariosTest::names)
        .containsExactly(List.of("micro", "nano"), List.of("bytes"));
    Comparison comparison = Comparison.of(scenarios.getFirst(), false);
    assertThat(comparison.ranking().getFirst().arm().name()).isEqualTo("nano");
    assertThat(comparison.arms().getFirst().toBest().orElseThrow().value())
        .isEqualTo(1.25, within(1e-12));
  }

  @Test
  void theSameCellTwiceIsKeptAndNumbered() {
    Cell cell = Cells.cell("org.Bench.one", Map.of(), 1);

    assertThat(names(Scenarios.of(List.of(cell, cell)).getFirst()))
        .containsExactly("one", "one (2)");
  }

  @Test
  void aBenchmarkWithoutPackageOrClassHasATitle() {
    assertThat(Scenarios.of(List.of(Cells.cell("work", Map.of(), 1))).getFirst().title())
        .isEqualTo("work");
  }

  @Test
  void onlyConstantsAreMadeReadable() {
    assertThat(Names.display("COMPLETABLE_FUTURE")).isEqualTo("CompletableFuture");
    assertThat(Names.display("SOME_OTHER_2")).isEqualTo("some other 2");
    assertThat(Names.display("LZ4")).isEqualTo("LZ4");
    assertThat(Names.display("a_b")).isEqualTo("a_b");
  }

  private static Cell gather(String model, String work) {
    return Cells.cell(
        "dev.heddle.GatherBenchmark.gather", Map.of("model", model, "work", work), 1, 2);
  }

  private static List<String> names(Scenario scenario) {
    return scenario.arms().stream().map(Arm::name).toList();
  }
}
