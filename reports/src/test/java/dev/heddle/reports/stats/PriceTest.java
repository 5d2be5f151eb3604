package dev.heddle.reports.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.reports.read.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTest {

  private static final double EXACT = 1e-12;

  @Test
  void aContractIsSetAgainstItsOwnIdiomRoundByRound() {
    List<Price> prices =
        Price.of(
            List.of(
                cell("A", "CONTRACT", "10", 2, 8),
                cell("B", "CONTRACT", "10", 9, 9),
                cell("A", "IDIOM", "10", 1, 4),
                cell("B", "IDIOM", "10", 3, 3),
                cell("A", "IDIOM", "20", 7, 7)),
            true);

    assertThat(prices)
        .extracting(price -> price.contract().params().get("model"))
        .containsExactly("A", "B");
    assertThat(prices.getFirst().ratio().value()).isCloseTo(2, within(EXACT));
    assertThat(prices.getFirst().ratio().interval().orElseThrow().low())
        .as("both rounds say two")
        .isCloseTo(2, within(EXACT));
    assertThat(prices.getLast().ratio().value()).isCloseTo(3, within(EXACT));
    assertThat(prices.getLast().ofIdiom().value()).isCloseTo(3e-6, within(EXACT));
  }

  @Test
  void aContractWithoutItsIdiomHasNoPrice() {
    assertThat(
            Price.of(
                List.of(cell("A", "CONTRACT", "10", 1, 2), cell("A", "IDIOM", "20", 1, 2)), true))
        .isEmpty();
  }

  @Test
  void whatCannotBeRankedHasNoPrice() {
    assertThat(
            Price.of(
                List.of(cell("A", "CONTRACT", "10", 1, 2), cell("A", "IDIOM", "10", 0, 2)), true))
        .isEmpty();
  }

  private static Cell cell(String model, String tier, String fanOut, double... forks) {
    return Cells.cell("x.Y.z", Map.of("model", model, "tier", tier, "fanOut", fanOut), forks);
  }
}
