package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.model.Model;
import java.time.Duration;
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
    List<Cell> cells = Matrix.QUICK.axes().cells();

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
    assertThat(Matrix.STANDARD.axes().cells()).hasSizeLessThanOrEqualTo(150);
    assertThat(Matrix.STANDARD.expected()).isLessThan(Duration.ofMinutes(45));
  }

  @ParameterizedTest
  @EnumSource
  void noCellIsThereTwice(Matrix matrix) {
    assertThat(matrix.axes().cells()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void onlyGatherIsMeasuredUnlessMoreIsAskedFor(Matrix matrix) {
    assertThat(matrix.axes().patterns()).containsExactly(MeasuredPattern.GATHER);
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
            List.of(10));

    assertThat(axes.cells().stream().map(Cell::params).map(MatrixTest::workAndTransport))
        .containsExactly("NO_OP over DEFAULT", "FETCH over SOCKET", "FETCH over JDK");
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
