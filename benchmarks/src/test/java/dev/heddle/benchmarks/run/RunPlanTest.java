package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunPlanTest {

  @Test
  void everyRoundHasEveryCellOnce() {
    RunPlan plan = Plans.of(7, 4, 42);

    for (int round = 1; round <= 4; round++) {
      int wanted = round;
      List<Cell> cells =
          plan.forks().stream().filter(fork -> fork.round() == wanted).map(Fork::cell).toList();
      assertThat(cells).containsExactlyInAnyOrderElementsOf(plan.cells());
    }
    assertThat(plan.forks()).hasSize(28);
  }

  @Test
  void roundsFollowOneAnother() {
    assertThat(Plans.of(5, 3, 1).forks().stream().map(Fork::round)).isSorted();
  }

  @Test
  void sameSeedGivesTheSameOrder() {
    assertThat(Plans.of(9, 5, 42).forks()).isEqualTo(Plans.of(9, 5, 42).forks());
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertThat(Plans.of(9, 5, 42).forks()).isNotEqualTo(Plans.of(9, 5, 43).forks());
  }

  @Test
  void roundsAreInDifferentOrders() {
    List<Cell> order = Plans.of(20, 2, 42).forks().stream().map(Fork::cell).toList();

    assertThat(order.subList(0, 20)).isNotEqualTo(order.subList(20, 40));
  }

  @Test
  void anotherSeedIsAnotherRun() {
    assertThatThrownBy(() -> Plans.of(2, 2, 1).requireSame(Plans.of(2, 2, 5)))
        .isInstanceOf(UnusableFolderException.class)
        .hasMessageContaining("seed was 1 and is 5")
        .hasMessageContaining("new folder");
  }

  @Test
  void anotherBuildIsAnotherRun() {
    RunPlan plan = Plans.of(2, 2, 1);

    assertThat(plan.differences(plan.withBuild("f00", plan.jdk())))
        .containsExactly("code (SHA-256) was b01d and is f00");
  }

  @Test
  void otherCellsAreAnotherRun() {
    assertThat(Plans.of(2, 2, 1).differences(Plans.of(3, 2, 1)))
        .containsExactly("the cells differ (2 before, 3 now)");
  }

  @Test
  void aRunNeedsARound() {
    assertThatThrownBy(() -> Plans.of(2, 0, 1)).hasMessageContaining("rounds is 0; allowed: 1");
  }

  @Test
  void aRunNeedsACell() {
    assertThatThrownBy(() -> Plans.of(0, 1, 1)).hasMessageContaining("at least one cell");
  }
}
