package dev.heddle.reports.duel;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.KnownNoise;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs blocks of forks, every cell on both sides, until the verdicts are in. One thread runs it;
 * {@link JmhProcess#stop} may come from any.
 *
 * <p>A cell stops at a look when its verdict would stand even if every other cell of the duel were
 * tested as well (Bonferroni), at the level of one look among all that are planned.
 */
public final class Duel {

  /** Dropped blocks are run again, up to this share of those planned. */
  private static final double MOST_DROPPED = 0.2;

  /** A cell without a result in so many blocks is given up. */
  private static final int MOST_FAILURES = 3;

  private final DuelPlan plan;
  private final DuelFolder folder;
  private final Rules rules;
  private final List<String> metrics;
  private final JmhProcess process;
  private final ForkRunner runner;
  private final SideResults results;
  private final RulerLog rulers;
  private final DuelListener listener;
  private final Set<Integer> live = new TreeSet<>();
  private final List<String> givenUp = new ArrayList<>();
  private final Set<Integer> reportedDrops = new HashSet<>();
  private final Map<Integer, Integer> failures = new HashMap<>();
  private final Map<Integer, Integer> looksTaken = new HashMap<>();

  Duel(
      DuelPlan plan,
      DuelFolder folder,
      Rules rules,
      List<String> metrics,
      JmhProcess process,
      Optional<DuelTiming> timing,
      DuelListener listener)
      throws IOException {
    this.plan = plan;
    this.folder = folder;
    this.rules = rules;
    this.metrics = metrics;
    this.process = process;
    this.runner = new ForkRunner(process, folder, plan, timing);
    this.results = new SideResults(folder, plan);
    this.rulers = RulerLog.of(folder, listener);
    this.listener = listener;
  }

  /**
   * Runs to the end.
   *
   * @param ruler read before each block
   * @return what is invalid about the duel, as a sentence; empty if nothing is
   * @throws IOException if a file cannot be written; what was measured is kept
   */
  Optional<String> run(Ruler ruler) throws IOException {
    for (int cell = 0; cell < plan.cells().size(); cell++) {
      live.add(cell);
    }
    int most = (int) Math.ceil(plan.blocks() / (1 - MOST_DROPPED));
    int block = 0;
    while (block < most && !live.isEmpty() && !process.isStopped()) {
      block++;
      block(block, ruler);
    }
    results.write(rulers, block);
    Optional<String> invalid = dropped(block);
    DuelEnvironment.conclude(folder, invalid, givenUp);
    return invalid.or(this::failed);
  }

  private void block(int block, Ruler ruler) throws IOException {
    listener.blockBegins(block, live.size());
    if (!rulers.has(block)) {
      rulers.add(block, ruler.read());
    }
    for (DuelPlan.Turn turn : plan.turns(block)) {
      if (live.contains(turn.cell()) && !process.isStopped() && !runner.run(turn)) {
        failed(turn);
      }
    }
    if (process.isStopped()) {
      return;
    }
    rulers
        .dropped()
        .forEach(
            (dropped, ofMedian) -> {
              if (reportedDrops.add(dropped)) {
                listener.blockDropped(dropped, ofMedian);
              }
            });
    results.write(rulers, block);
    look(block);
  }

  private void failed(DuelPlan.Turn turn) {
    if (process.isStopped()) {
      return;
    }
    String cell = plan.cells().get(turn.cell()).label();
    listener.forkFailed(cell, turn.side(), folder.failure(plan, turn).toString());
    if (failures.merge(turn.cell(), 1, Integer::sum) >= MOST_FAILURES) {
      live.remove(turn.cell());
      givenUp.add(cell);
    }
  }

  private void look(int block) throws IOException {
    Map<Integer, Integer> due = new HashMap<>();
    for (int cell : live) {
      int blocks = results.blocks(cell, rulers, block).size();
      int next = looksTaken.getOrDefault(cell, 0);
      if (next < plan.looks().size() && blocks >= plan.looks().get(next)) {
        due.put(cell, blocks);
        looksTaken.put(cell, next + 1);
      }
    }
    if (due.isEmpty()) {
      return;
    }
    List<CellComparison> verdicts = strict();
    due.forEach((cell, blocks) -> conclude(cell, blocks, verdicts));
  }

  /** At the level that a cell must meet beside all others. */
  private List<CellComparison> strict() throws IOException {
    return comparison(rules.withAlpha(rules.alpha() / plan.cells().size())).cells();
  }

  /** Both sides as they are now. */
  RunComparison comparison(Rules by) throws IOException {
    List<Run> runs =
        List.of(Run.read(folder.side(Side.BASE)), Run.read(folder.side(Side.CANDIDATE)));
    return RunComparison.of(runs.getFirst(), runs.getLast(), metrics, KnownNoise.applied(by, runs));
  }

  private void conclude(int cell, int blocks, List<CellComparison> all) {
    DuelCell measured = plan.cells().get(cell);
    List<CellComparison> own = all.stream().filter(verdict -> isOf(verdict, measured)).toList();
    boolean in = !own.isEmpty() && own.stream().noneMatch(v -> v.verdict() == Verdict.INCONCLUSIVE);
    if ((in && !plan.everyBlock()) || blocks >= plan.blocks()) {
      live.remove(cell);
      listener.decided(measured, blocks, own);
    }
  }

  /** Mode and threads stand among a comparison's parameters beside those of the benchmark. */
  private static boolean isOf(CellComparison verdict, DuelCell cell) {
    return verdict.key().benchmark().equals(cell.benchmark())
        && verdict.key().params().entrySet().containsAll(cell.params().entrySet());
  }

  private Optional<String> failed() {
    return givenUp.isEmpty()
        ? Optional.empty()
        : Optional.of("given up, since forks failed: " + String.join("; ", givenUp));
  }

  private Optional<String> dropped(int blocks) {
    int dropped = rulers.dropped().size();
    return blocks >= plan.looks().getFirst() && dropped > MOST_DROPPED * blocks
        ? Optional.of(
            "%d of %d blocks were dropped: their rulers lie over 15 %% from the median, so the machine was not the same throughout"
                .formatted(dropped, blocks))
        : Optional.empty();
  }
}
