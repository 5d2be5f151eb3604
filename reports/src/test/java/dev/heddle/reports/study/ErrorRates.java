package dev.heddle.reports.study;

import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How often identical code is called different, by each method, over the same draws of the same
 * forks. A draw is a row of neighbouring blocks whose two labels are dealt at random in each block.
 */
final class ErrorRates {

  private static final int DRAWS_A_CELL = 40;
  private static final List<Integer> SIZES = List.of(5, 8, 12, 20, 30);
  private static final int RESAMPLES = 2_000;

  /**
   * One comparison of identical code.
   *
   * @param cell whose forks
   * @param series its blocks
   */
  record Draw(Study.Cell cell, Series series) {}

  private final List<Draw> draws;
  private final Map<Method, List<Verdict>> verdicts = new EnumMap<>(Method.class);

  private ErrorRates(List<Draw> draws, List<Method> methods, ToDoubleFunction<KeptFork> number) {
    this.draws = draws;
    for (Method method : methods) {
      verdicts.put(
          method, draws.stream().map(draw -> method.judge(draw.series(), number)).toList());
    }
  }

  /**
   * Draws and judges.
   *
   * @param cells of which to draw
   * @param number of a fork
   */
  static ErrorRates of(
      Study study,
      Predicate<Study.Cell> cells,
      List<Method> methods,
      ToDoubleFunction<KeptFork> number,
      long seed) {
    Random random = new Random(seed);
    List<Draw> draws = new ArrayList<>();
    for (Study.Cell cell : study.cells().stream().filter(cells).toList()) {
      Series all = study.identical(cell);
      for (int i = 0; i < DRAWS_A_CELL; i++) {
        int size = Math.min(SIZES.get(i % SIZES.size()), all.blocks());
        int from = random.nextInt(all.blocks() - size + 1);
        draws.add(new Draw(cell, all.window(from, size).relabelled(random)));
      }
    }
    return new ErrorRates(draws, methods, number);
  }

  List<Draw> draws() {
    return draws;
  }

  /** How many of some cells' comparisons have a verdict. */
  long count(Method method, Verdict verdict, Predicate<Study.Cell> cells) {
    long count = 0;
    for (int i = 0; i < draws.size(); i++) {
      boolean hit = verdicts.getOrDefault(method, List.of()).get(i) == verdict;
      count += hit && cells.test(draws.get(i).cell()) ? 1 : 0;
    }
    return count;
  }

  long comparisons(Predicate<Study.Cell> cells) {
    return draws.stream().filter(draw -> cells.test(draw.cell())).count();
  }

  /** FASTER and SLOWER, as a share of all. */
  double falseShare(Method method, Predicate<Study.Cell> cells) {
    return (double) (count(method, Verdict.FASTER, cells) + count(method, Verdict.SLOWER, cells))
        / comparisons(cells);
  }

  /**
   * A 95 % interval of the share, by resampling whole cells: draws of one cell share its forks.
   *
   * @return its two ends
   */
  double[] interval(Method method, Predicate<Study.Cell> cells, long seed) {
    List<Study.Cell> clusters = draws.stream().map(Draw::cell).distinct().filter(cells).toList();
    double[] each =
        clusters.stream().mapToDouble(cluster -> falseShare(method, cluster::equals)).toArray();
    Random random = new Random(seed);
    double[] shares = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < each.length; j++) {
        sum += each[random.nextInt(each.length)];
      }
      shares[i] = sum / each.length;
    }
    Arrays.sort(shares);
    return new double[] {shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]};
  }
}
