package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.model.Model;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixTest {

  @Test
  void quickIsFiveModelsTimesNoOpAndFetchAtFanOutHundred() {
    List<Cell> cells = Matrix.QUICK.cells();

    assertThat(cells).hasSize(2 * Model.values().length);
    assertThat(values(cells, "work")).containsExactlyInAnyOrder("NO_OP", "FETCH");
    assertThat(values(cells, "fanOut")).containsExactly("100");
    assertThat(values(cells, "tier")).containsExactly("CONTRACT");
    assertThat(values(cells, "transport")).containsExactly("DEFAULT");
    assertThat(Matrix.QUICK.rounds()).isEqualTo(5);
  }

  @Test
  void quickLeavesHalfAMinuteOfItsThreeForTheStubAndTheReport() {
    assertThat(Matrix.QUICK.expected()).isLessThan(Duration.ofSeconds(150));
  }

  @Test
  void standardIsAtMostAHundredAndFiftyCellsInFortyFiveMinutes() {
    assertThat(Matrix.STANDARD.cells()).hasSizeLessThanOrEqualTo(150);
    assertThat(Matrix.STANDARD.expected()).isLessThan(Duration.ofMinutes(45));
  }

  @ParameterizedTest
  @EnumSource
  void noCellIsThereTwice(Matrix matrix) {
    assertThat(matrix.cells()).doesNotHaveDuplicates();
  }

  @Test
  void standardMeasuresEveryPatternAndEachIdiomBesideItsContract() {
    List<Cell> cells = Matrix.STANDARD.cells();

    assertThat(cells.stream().map(Cell::benchmark).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MeasuredPattern.values()).map(MeasuredPattern::benchmark).toList());
    assertThat(
            cells.stream()
                .filter(cell -> "IDIOM".equals(cell.params().get("tier")))
                .map(MatrixTest::asContract))
        .isNotEmpty()
        .allMatch(cells::contains);
  }

  private static Cell asContract(Cell cell) {
    Map<String, String> params = new LinkedHashMap<>(cell.params());
    params.put("tier", "CONTRACT");
    return new Cell(cell.benchmark(), params);
  }

  @Test
  void whatCannotBeMeasuredIsLeftOut() {
    Axes axes =
        new Axes(
            List.of(MeasuredPattern.CREATE_CANCEL, MeasuredPattern.GROUP_FAILURE),
            List.of(Model.VIRTUAL_THREADS),
            Tier.all(),
            List.of(TransportChoice.DEFAULT),
            List.of(Work.values()),
            List.of(10),
            List.of(PoolSize.DEFAULT),
            List.of(Neighbour.NONE));

    assertThat(axes.cells())
        .extracting(Cell::label)
        .containsExactly(
            "CreateCancelBenchmark.createCancel virtual-threads contract default sleep 10",
            "CreateCancelBenchmark.createCancel virtual-threads contract default fetch 10",
            "GroupFailureBenchmark.groupFailure virtual-threads contract default fetch 10",
            "GroupFailureBenchmark.groupFailure virtual-threads idiom default fetch 10");
  }

  @Test
  void onlyFetchesHaveATransport() {
    Axes axes =
        new Axes(
            List.of(MeasuredPattern.GATHER),
            List.of(Model.VIRTUAL_THREADS),
            List.of(Tier.CONTRACT),
            List.of(TransportChoice.SOCKET, TransportChoice.JDK),
            List.of(Work.NO_OP, Work.FETCH),
            List.of(10),
            List.of(PoolSize.DEFAULT),
            List.of(Neighbour.NONE));

    assertThat(axes.cells().stream().map(Cell::params).map(MatrixTest::workAndTransport))
        .containsExactly("NO_OP over DEFAULT", "FETCH over SOCKET", "FETCH over JDK");
  }

  @Test
  void onlyModelsThatMayBlockHaveABlockingTransport() {
    Axes axes =
        new Axes(
            List.of(MeasuredPattern.GATHER),
            List.of(Model.values()),
            List.of(Tier.CONTRACT),
            List.of(TransportChoice.APACHE),
            List.of(Work.FETCH),
            List.of(10),
            List.of(PoolSize.DEFAULT),
            List.of(Neighbour.NONE));

    assertThat(axes.cells())
        .extracting(Cell::label)
        .containsExactly(
            "GatherBenchmark.gather platform-threads contract apache fetch 10",
            "GatherBenchmark.gather virtual-threads contract apache fetch 10",
            "GatherBenchmark.gather structured-scope contract apache fetch 10");
  }

  @Test
  void onlyModelsWithAPoolOfTheirOwnHaveOneOfAnotherSize() {
    Axes axes =
        new Axes(
            List.of(MeasuredPattern.GATHER),
            List.of(Model.values()),
            Tier.all(),
            List.of(TransportChoice.DEFAULT),
            List.of(Work.SLEEP),
            List.of(10),
            List.of(new PoolSize(2)),
            List.of(Neighbour.NONE));

    assertThat(axes.cells())
        .extracting(Cell::label)
        .containsExactly(
            "GatherBenchmark.gather platform-threads contract default sleep 10 2",
            "GatherBenchmark.gather completable-future contract default sleep 10 2",
            "GatherBenchmark.gather netty-event-loop contract default sleep 10 2");
  }

  private static String workAndTransport(Map<String, String> params) {
    return params.get("work") + " over " + params.get("transport");
  }

  private static Set<String> values(List<Cell> cells, String param) {
    return cells.stream()
        .map(cell -> cell.params().getOrDefault(param, "missing"))
        .collect(Collectors.toSet());
  }
}
