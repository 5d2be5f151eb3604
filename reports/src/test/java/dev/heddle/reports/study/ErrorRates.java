package dev.heddle.reports.study;

import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * How often identical code is called different, by each method, over the same draws of the same
 * forks. A draw is a row of neighbouring blocks; its two labels are dealt at random in each block,
 * or left as they were measured.
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
   * Deals the labels and judges.
   *
   * @param cells of which to draw
   * @param number of a fork
   */
  static ErrorRates dealt(
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

  /**
   * Judges jar A against jar B as they were measured: rows of each size that share no block with
   * another of that size, so that no comparison is counted twice.
   */
  static ErrorRates asMeasured(
      Study study,
      Predicate<Study.Cell> cells,
      List<Method> methods,
      ToDoubleFunction<KeptFork> number) {
    List<Draw> draws = new ArrayList<>();
    for (Study.Cell cell : study.cells().stream().filter(cells).toList()) {
      Series all = study.identical(cell);
      SIZES.stream()
          .map(size -> Math.min(size, all.blocks()))
          .distinct()
          .forEach(size -> draws.addAll(apart(cell, all, size)));
    }
    return new ErrorRates(draws, methods, number);
  }

  private static List<Draw> apart(Study.Cell cell, Series all, int size) {
    List<Draw> draws = new ArrayList<>();
    for (int from = 0; from + size <= all.blocks(); from += size) {
      draws.add(new Draw(cell, all.window(from, size)));
    }
    return draws;
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
   * A 95 % interval of the share, the wider at each end of two: by resampling whole runs, whose
   * comparisons share a state of the machine, and whole cells, whose comparisons share forks. A
   * comparison counts in each run by the share of its blocks there.
   *
   * @return its two ends
   */
  double[] interval(Method method, Predicate<Study.Cell> cells, long seed) {
    double[] runs = resampled(clusters(method, cells, (draw, fork) -> fork.run()), seed);
    double[] each =
        resampled(clusters(method, cells, (draw, fork) -> draw.cell().toString()), seed);
    return new double[] {Math.min(runs[0], each[0]), Math.max(runs[1], each[1])};
  }

  private static double[] resampled(List<double[]> clusters, long seed) {
    Random random = new Random(seed);
    double[] shares = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double different = 0;
      double all = 0;
      for (int j = 0; j < clusters.size(); j++) {
        double[] cluster = clusters.get(random.nextInt(clusters.size()));
        different += cluster[0];
        all += cluster[1];
      }
      shares[i] = different / all;
    }
    Arrays.sort(shares);
    return new double[] {shares[RESAMPLES / 40], shares[RESAMPLES - 1 - RESAMPLES / 40]};
  }

  /** Of each cluster, how many comparisons were called different, and how many there are. */
  private List<double[]> clusters(
      Method method, Predicate<Study.Cell> cells, BiFunction<Draw, KeptFork, String> name) {
    Map<String, double[]> clusters = new TreeMap<>();
    for (int i = 0; i < draws.size(); i++) {
      Draw draw = draws.get(i);
      if (cells.test(draw.cell())) {
        Verdict verdict = verdicts.getOrDefault(method, List.of()).get(i);
        boolean different = verdict == Verdict.FASTER || verdict == Verdict.SLOWER;
        double share = 1.0 / draw.series().blocks();
        for (KeptFork fork : draw.series().base()) {
          double[] cluster = clusters.computeIfAbsent(name.apply(draw, fork), key -> new double[2]);
          cluster[0] += different ? share : 0;
          cluster[1] += share;
        }
      }
    }
    return List.copyOf(clusters.values());
  }

  /** How many groups of forks there are that share none: those of one cell in one run. */
  long groups(Predicate<Study.Cell> cells) {
    return draws.stream()
        .filter(draw -> cells.test(draw.cell()))
        .flatMap(draw -> draw.series().base().stream().map(fork -> draw.cell() + " " + fork.run()))
        .distinct()
        .count();
  }
}
