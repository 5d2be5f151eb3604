package dev.heddle.reports.duel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two result files of a duel: of each cell, the forks of those blocks that count. Fork i of
 * both files ran in the same block.
 */
final class SideResults {

  private final DuelFolder folder;
  private final DuelPlan plan;

  SideResults(DuelFolder folder, DuelPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /**
   * Writes both from the forks that there are.
   *
   * @param last the last block that may count
   */
  void write(RulerLog rulers, int last) throws IOException {
    for (Side side : Side.values()) {
      ArrayNode results = DuelFolder.JSON.createArrayNode();
      for (int cell = 0; cell < plan.cells().size(); cell++) {
        merged(cell, side, blocks(cell, rulers, last)).forEach(results::add);
      }
      DuelFolder.write(
          folder.side(side).resolve("results.json"),
          DuelFolder.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(results));
    }
  }

  /** The blocks that count for a cell: the machine was as usual, and both forks have a result. */
  List<Integer> blocks(int cell, RulerLog rulers, int last) throws IOException {
    List<Integer> blocks = new ArrayList<>();
    for (int block = 1; block <= last && rulers.has(block); block++) {
      if (rulers.isUsual(block)
          && folder.result(plan, new DuelPlan.Turn(block, cell, Side.BASE)).isPresent()
          && folder.result(plan, new DuelPlan.Turn(block, cell, Side.CANDIDATE)).isPresent()) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** A benchmark of several modes has a result for each. */
  private List<ObjectNode> merged(int cell, Side side, List<Integer> blocks) throws IOException {
    Map<String, List<ObjectNode>> byMode = new LinkedHashMap<>();
    for (int block : blocks) {
      Optional<ArrayNode> results = folder.result(plan, new DuelPlan.Turn(block, cell, side));
      for (JsonNode result : results.orElseThrow()) {
        byMode
            .computeIfAbsent(result.path("mode").asText(), mode -> new ArrayList<>())
            .add((ObjectNode) result);
      }
    }
    return byMode.values().stream().map(ForkMerge::merge).toList();
  }
}
