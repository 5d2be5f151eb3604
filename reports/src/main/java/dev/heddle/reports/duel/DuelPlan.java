package dev.heddle.reports.duel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * All that decides what a duel measures and when it stops, kept as {@code duel.json}; a duel goes
 * on only under an equal plan.
 *
 * @param id of the duel: its two result folders carry it, and so are known to belong together
 * @param asked the jar or commit that was asked for, by side
 * @param origins what that was, by side: the name of a file, or the commit's hash
 * @param jars the SHA-256 of each side's jar
 * @param jvmArgs of each side's forks
 * @param cells what is measured, each on both sides in every block
 * @param timing of a fork, as text; empty for what the benchmarks' annotations say
 * @param blocks the most blocks
 * @param looks after how many blocks verdicts are sought
 * @param everyBlock whether cells go on after their verdict
 * @param alpha by which it judges
 * @param delta by which it judges
 * @param seed decides the order of cells in a block, and of sides in a pair
 */
public record DuelPlan(
    String id,
    Map<Side, String> asked,
    Map<Side, String> origins,
    Map<Side, String> jars,
    Map<Side, List<String>> jvmArgs,
    List<DuelCell> cells,
    String timing,
    int blocks,
    List<Integer> looks,
    boolean everyBlock,
    double alpha,
    double delta,
    long seed) {

  public DuelPlan {
    asked = Map.copyOf(asked);
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

  /** In what another one differs, as {@code NAME was OLD, is NEW}; the id may differ. */
  List<String> differences(DuelPlan other) {
    Map<String, Object> was = facts();
    Map<String, Object> is = other.facts();
    return was.keySet().stream()
        .filter(name -> !Objects.equals(was.get(name), is.get(name)))
        .map(name -> "%s was %s, is %s".formatted(name, was.get(name), is.get(name)))
        .toList();
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (Side side : Side.values()) {
      facts.put("--" + side.text(), quoted(asked.getOrDefault(side, "")));
      facts.put("SHA-256 of the %s's jar".formatted(side.text()), jars.getOrDefault(side, ""));
      facts.put("JVM arguments of the " + side.text(), jvmArgs.getOrDefault(side, List.of()));
    }
    facts.put("cells", cells.stream().map(DuelCell::label).toList());
    facts.put("--timing", quoted(timing));
    facts.put("--max-blocks", blocks);
    facts.put("looks", looks);
    facts.put("--every-block", everyBlock);
    facts.put("--alpha", alpha);
    facts.put("--delta", delta);
    facts.put("--seed", seed);
    return facts;
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
