package dev.heddle.reports.duel;

import dev.heddle.reports.compare.CellComparison;
import java.util.List;

/** Told of what a duel does, on the thread that runs it. */
public interface DuelListener {

  /** Before a block's first fork. */
  void blockBegins(int block, int liveCells);

  /** Cells that one side's jar alone has, before the first block: they are not measured. */
  void onlyOn(Side side, List<DuelCell> cells);

  /** After a fork without a result; {@code file} holds what it printed. */
  void forkFailed(String cell, Side side, String file);

  /** A cell stops: its verdict is in. */
  void decided(DuelCell cell, int blocks, List<CellComparison> verdicts);

  /** The last reading of the ruler was left unfinished in a file; its block is read anew. */
  void rulerCutOff(String file);

  /** A block whose ruler is far from the others'. */
  void blockDropped(int block, double ofMedian);
}
