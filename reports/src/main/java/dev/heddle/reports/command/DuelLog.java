package dev.heddle.reports.command;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.duel.DuelCell;
import dev.heddle.reports.duel.DuelListener;
import dev.heddle.reports.duel.Side;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says on a terminal what a duel does, a line each. */
final class DuelLog implements DuelListener {

  private final PrintWriter terminal;
  private final int blocks;

  DuelLog(PrintWriter terminal, int blocks) {
    this.terminal = terminal;
    this.blocks = blocks;
  }

  void say(String line) {
    terminal.println(line);
    terminal.flush();
  }

  @Override
  public void blockBegins(int block, int liveCells) {
    say("block %d of at most %d: %d cells".formatted(block, blocks, liveCells));
  }

  @Override
  public void onlyOn(Side side, List<DuelCell> cells) {
    say(
        "%d cells of the %s's jar only, not measured: %s"
            .formatted(
                cells.size(),
                side.text(),
                cells.stream().map(DuelCell::label).collect(Collectors.joining("; "))));
  }

  @Override
  public void forkFailed(String cell, Side side, String file) {
    say("FAILED: %s, %s; see %s".formatted(cell, side.text(), file));
  }

  @Override
  public void decided(DuelCell cell, int blocks, List<CellComparison> verdicts) {
    say(
        "%s after %d blocks: %s"
            .formatted(
                cell.label(),
                blocks,
                verdicts.stream().map(DuelLog::text).collect(Collectors.joining("; "))));
  }

  @Override
  public void blockDropped(int block, double ofMedian) {
    say(
        String.format(
            Locale.ROOT,
            "block %d is dropped: its ruler took %.2f times the median",
            block,
            ofMedian));
  }

  @Override
  public void rulerCutOff(String file) {
    say(
        "%s: its last line was cut off, as by a killed duel; that block's ruler is read anew"
            .formatted(file));
  }

  private static String text(CellComparison cell) {
    return String.format(
        Locale.ROOT,
        "%s %s (ratio %.3f)",
        cell.key().metric(),
        cell.verdict(),
        cell.effect().map(effect -> effect.ratio()).orElse(Double.NaN));
  }
}
