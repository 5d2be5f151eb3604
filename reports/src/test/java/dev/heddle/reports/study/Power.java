package dev.heddle.reports.study;

import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How often a known slowdown is found. Each trial takes blocks of the study in random order, none
 * twice; trials share forks, so a share says little more than the forks of one cell do.
 *
 * @param found the share of trials that called it SLOWER
 * @param blocks the mean number of blocks that a trial took
 */
record Power(double found, double blocks) {

  static final int TRIALS = 100;

  /** Of a method that looks once, after so many blocks. */
  static Power once(Method method, Series series, int blocks, ToDoubleFunction<KeptFork> number) {
    Random random = new Random(blocks);
    int found = 0;
    for (int i = 0; i < TRIALS; i++) {
      Verdict verdict = method.judge(series.drawn(blocks, random), number);
      found += verdict == Verdict.SLOWER ? 1 : 0;
    }
    return new Power((double) found / TRIALS, blocks);
  }

  /** Of a comparison that stops as soon as its verdict is in. */
  static Power stopping(Series series, ToDoubleFunction<KeptFork> number) {
    Random random = new Random(series.blocks());
    List<Method.Ended> ends = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      ends.add(Method.stopping(series.drawn(series.blocks(), random), number, true));
    }
    return new Power(
        ends.stream().filter(end -> end.verdict() == Verdict.SLOWER).count() / (double) TRIALS,
        ends.stream().mapToInt(Method.Ended::blocks).average().orElseThrow());
  }
}
