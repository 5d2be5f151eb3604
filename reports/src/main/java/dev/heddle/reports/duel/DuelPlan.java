package dev.heddle.reports.duel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that decides what a duel measures, kept as {@code duel.json}; a duel goes on only under an
 * equal plan.
 *
 * @param id of the duel: its two result folders carry it, and so are known to belong together
 * @param origins what was asked for, by side
 * @param jars the SHA-256 of each side's jar
 * @param jvmArgs of each side's forks
 * @param cells what is measured, each on both sides in every block
 * @param timing of a fork, as text; empty for what the benchmarks' annotations say
 * @param blocks the most blocks
 * @param looks after how many blocks verdicts are sought
 * @param everyBlock whether cells go on after their verdict
 * @param seed decides the order of cells in a block, and of sides in a pair
 */
public record DuelPlan(
    String id,
    Map<Side, String> origins,
    Map<Side, String> jars,
    Map<Side, List<String>> jvmArgs,
    List<DuelCell> cells,
    String timing,
    int blocks,
    List<Integer> looks,
    boolean everyBlock,
    long seed) {

  public DuelPlan {
    origins = Map.copyOf(origins);
    jars = Map.copyOf(jars);
    jvmArgs = Map.copyOf(jvmArgs);
    cells = List.copyOf(cells);
    looks = List.copyOf(looks);
  }

  /**
   * One fork of a block.
   *
   * @param block from 1
   * @param cell its number in the plan, from 0
   * @param side whose jar
   */
  public record Turn(int block, int cell, Side side) {}

  /**
   * The forks of a block in their order: cells shuffled; the sides of a cell one after the other,
   * in random order.
   */
  List<Turn> turns(int block) {
    Random random = new Random(seed * 1_000_003 + block);
    List<Integer> order = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      order.add(cell);
    }
    Collections.shuffle(order, random);
    List<Turn> turns = new ArrayList<>();
    for (int cell : order) {
      boolean baseFirst = random.nextBoolean();
      turns.add(new Turn(block, cell, baseFirst ? Side.BASE : Side.CANDIDATE));
      turns.add(new Turn(block, cell, baseFirst ? Side.CANDIDATE : Side.BASE));
    }
    return turns;
  }

  /** Whether another one measures the same; the id may differ. */
  boolean isSame(DuelPlan other) {
    return withId("").equals(other.withId(""));
  }

  private DuelPlan withId(String other) {
    return new DuelPlan(
        other, origins, jars, jvmArgs, cells, timing, blocks, looks, everyBlock, seed);
  }
}
