package dev.heddle.reports.duel;

import dev.heddle.reports.compare.CellComparison;
import java.util.List;

/** Told of what a duel does, on the thread that runs it. */
public interface DuelListener {

  /** Before a block's first fork. */
  void blockBegins(int block, int liveCells);

  /** After a fork without a result; {@code file} holds what it printed. */
  void forkFailed(String cell, Side side, String file);

  /** A cell stops: its verdict is in. */
  void decided(DuelCell cell, int blocks, List<CellComparison> verdicts);

  /** A block whose ruler is far from the others'. */
  void blockDropped(int block, double ofMedian);
}
