package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a guarantee costs: a model's contract beside the idiom that people write on the same
 * primitives.
 *
 * @param contract the cell of the tier {@code CONTRACT}
 * @param ofContract its score, in the base unit
 * @param ofIdiom the score of the same cell of the tier {@code IDIOM}, in the base unit
 * @param ratio contract through idiom
 */
public record Price(Cell contract, Estimate ofContract, Estimate ofIdiom, Ratio ratio) {

  private static final String TIER = "tier";

  /**
   * The prices that cells tell, in the order of their contracts.
   *
   * @param rounds whether forks of the same number ran in the same round
   */
  public static List<Price> of(List<Cell> cells, boolean rounds) {
    return cells.stream()
        .filter(cell -> "CONTRACT".equals(cell.params().get(TIER)))
        .flatMap(contract -> of(contract, cells, rounds).stream())
        .toList();
  }

  private static Optional<Price> of(Cell contract, List<Cell> cells, boolean rounds) {
    Map<String, String> params = new LinkedHashMap<>(contract.params());
    params.put(TIER, "IDIOM");
    return cells.stream()
        .filter(cell -> cell.benchmark().equals(contract.benchmark()))
        .filter(cell -> cell.mode() == contract.mode() && cell.params().equals(params))
        .findFirst()
        .flatMap(idiom -> of(contract, idiom, rounds));
  }

  private static Optional<Price> of(Cell contract, Cell idiom, boolean rounds) {
    Estimate above = ForkNumbers.score(contract);
    Estimate below = ForkNumbers.score(idiom);
    return above.isRankable() && below.isRankable()
        ? Optional.of(new Price(contract, above, below, Ratio.of(above, below, rounds)))
        : Optional.empty();
  }
}
