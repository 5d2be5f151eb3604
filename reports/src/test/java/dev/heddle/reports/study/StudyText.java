package dev.heddle.reports.study;

import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What the study found, as the Markdown that is kept in {@code reports/ERROR-RATES.md}. */
final class StudyText {

  private static final List<Method> HEDDLE =
      List.of(Method.BLOCKS, Method.LOOKS, Method.INDEPENDENT);
  private static final List<Integer> PERCENTS = List.of(1, 2, 3, 5, 10);
  private static final int TARGET_PERCENT = 3;
  private static final double TARGET_FOUND = 0.8;
  private static final int TARGET_MINUTES = 10;
  private static final int EARLY = 5;
  private static final int LATER = 12;

  private final Study study;
  private final List<String> lines = new ArrayList<>();

  private StudyText(Study study) {
    this.study = study;
  }

  static String of(Study study) {
    StudyText text = new StudyText(study);
    text.head();
    text.identical();
    text.slowdowns();
    text.early();
    return String.join("\n", text.lines) + "\n";
  }

  private void head() {
    lines.add("# Measured error rates of the comparison");
    lines.add("");
    lines.add(
        "Computed by `ErrorRatesTest` in every build from %d forks of %d runs, kept in"
            .formatted(study.forks(), study.runs().size()));
    lines.add(
        "`src/test/data/slowdowns.jsonl.gz`: two separately built jars of the same code, on two"
            + " shared");
    lines.add(
        "cores, `SlowdownBenchmark` with 3 × 150 ms of warm-up and 5 × 100 ms of measurement;");
    lines.add("*warm* kinds with 5 × 500 ms and 5 × 200 ms, and with slowdowns fixed for a warm");
    lines.add(
        "operation. Cells and sides ran in random order within each block. A run has at most six");
    lines.add("blocks, so that longer comparisons cross from run to run.");
    lines.add("");
  }

  private void identical() {
    lines.add("## Identical code");
    lines.add("");
    lines.addAll(
        """
        Each comparison takes 5, 8, 12, 20 or 30 neighbouring blocks of a cell (fewer where a cell
        has fewer). Labels of each block are *dealt* at random; or they are left *as measured*, jar A
        against jar B, in rows that share no block with another of their length. *False* is FASTER or
        SLOWER. Its 95 % interval is the wider at each end of two: whole runs resampled, which share a
        state of the machine, and whole cells, whose comparisons share forks. Where none was false,
        resampling says nothing, and the rule of three stands: at most 3 ÷ n, with n the groups of
        forks that share none, those of one cell in one run. INVALID: a fork that is no number above
        zero.\
        """
            .lines()
            .toList());
    lines.add(
        "By their rulers, %d of the blocks would have been dropped."
            .formatted(study.droppedBlocks()));
    lines.add("");
    lines.add(
        "| cells | labels | method | comparisons | false | 95 % | SAME | INCONCLUSIVE | INVALID |");
    lines.add("| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    List<Method> every = List.of(Method.values());
    bothLabels("CPU-bound (cpu, lock, tail)", cell -> !isNetwork(cell), every, KeptFork::score);
    bothLabels("virtual threads and network", StudyText::isNetwork, every, KeptFork::score);
    bothLabels("all", cell -> true, every, KeptFork::score);
    bothLabels("p99 of tail", cell -> cell.kind().equals("tail"), HEDDLE, KeptFork::p99);
    lines.add("");
  }

  private static boolean isNetwork(Study.Cell cell) {
    return cell.kind().startsWith("virtualThreads") || cell.kind().startsWith("network");
  }

  private void bothLabels(
      String name,
      Predicate<Study.Cell> cells,
      List<Method> methods,
      ToDoubleFunction<KeptFork> number) {
    rows(name + " | dealt", methods, ErrorRates.dealt(study, cells, methods, number, 1));
    rows(name + " | as measured", methods, ErrorRates.asMeasured(study, cells, methods, number));
  }

  private void rows(String name, List<Method> methods, ErrorRates rates) {
    for (Method method : methods) {
      boolean own = HEDDLE.contains(method);
      lines.add(
          format(
              "| %s | %s | %d | %.2f %% | %s | %s | %d | %s |",
              name,
              method.words(),
              rates.comparisons(cell -> true),
              100 * rates.falseShare(method, cell -> true),
              interval(rates, method),
              own ? rates.count(method, Verdict.SAME, cell -> true) : "–",
              rates.count(method, Verdict.INCONCLUSIVE, cell -> true),
              own ? rates.count(method, Verdict.INVALID, cell -> true) : "–"));
    }
  }

  /**
   * By the rule of three (J. A. Hanley and A. Lippman-Hand, JAMA 249, 1983) where none was false.
   */
  private static String interval(ErrorRates rates, Method method) {
    if (rates.falseShare(method, cell -> true) == 0) {
      long groups = rates.groups(cell -> true);
      return format("≤ %.1f %% (3 ÷ %d)", 300.0 / groups, groups);
    }
    double[] interval = rates.interval(method, cell -> true, 1);
    return format("%.1f – %.1f %%", 100 * interval[0], 100 * interval[1]);
  }

  private void slowdowns() {
    lines.add("## Known slowdowns");
    lines.add("");
    lines.add(
        "How often SLOWER is said of %d trials. Those of a row permute one set of %s blocks: a"
            .formatted(Power.TRIALS, blocksASet()));
    lines.add(
        "trial takes 5, 12 or, stopping early, up to all of them in random order, so trials share"
            + " most of");
    lines.add(
        "their forks. *Slowed by* is the ratio over all blocks: what the injected percent made of"
            + " the whole");
    lines.add(
        "operation. *Blocks* and *minutes*, of all forks of a cell, are the means of stopping"
            + " early; the other");
    lines.add("methods get as many blocks, and so as many minutes.");
    lines.add("");
    lines.add(
        "| kind | injected | slowed by | Heddle, 5 blocks | 12 blocks | stopping early | blocks |"
            + " minutes | JMH intervals | pooled Welch | over 5 % |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (String kind : study.kinds()) {
      power(kind, kind, KeptFork::score, true);
    }
    power("tail", "p99 of tail", KeptFork::p99, false);
    lines.add("");
    lines.add(
        "Of all kinds, 3 %% is found within %d minutes at least %.0f times of 100 in: %s; elsewhere it is"
            .formatted(TARGET_MINUTES, 100 * TARGET_FOUND, String.join(", ", onTarget())));
    lines.add(
        "not, since forks of identical code lie too far apart. Trials share the forks of their"
            + " cell,");
    lines.add("so that a share of 0 or 100 % is one of these forks, not of all there could be.");
    lines.add("");
  }

  private void power(String kind, String name, ToDoubleFunction<KeptFork> number, boolean rivals) {
    for (int percent : PERCENTS) {
      study
          .slowed(kind, percent)
          .ifPresent(series -> lines.add(power(kind, name, percent, series, number, rivals)));
    }
  }

  private List<String> onTarget() {
    return study.kinds().stream()
        .filter(
            kind ->
                study
                    .slowed(kind, TARGET_PERCENT)
                    .map(series -> Power.stopping(series, KeptFork::score))
                    .filter(power -> power.found() >= TARGET_FOUND)
                    .filter(power -> minutes(kind, power) <= TARGET_MINUTES)
                    .isPresent())
        .toList();
  }

  private double minutes(String kind, Power stopping) {
    return stopping.blocks() * 2 * study.medianSeconds(kind::equals) / 60;
  }

  private String power(
      String kind,
      String name,
      int percent,
      Series series,
      ToDoubleFunction<KeptFork> number,
      boolean rivals) {
    Power stopping = Power.stopping(series, number);
    int taken = Math.toIntExact(Math.round(stopping.blocks()));
    return format(
        "| %s | %d %% | %+.1f %% | %s | %s | %.0f %% | %.0f | %.1f | %s | %s | %s |",
        name,
        percent,
        100 * (series.ratio(number) - 1),
        found(Method.BLOCKS, series, EARLY, number),
        found(Method.BLOCKS, series, LATER, number),
        100 * stopping.found(),
        stopping.blocks(),
        minutes(kind, stopping),
        rivals ? found(Method.JMH_INTERVALS, series, taken, number) : "–",
        rivals ? found(Method.POOLED_WELCH, series, taken, number) : "–",
        rivals ? found(Method.THRESHOLD, series, taken, number) : "–");
  }

  private String blocksASet() {
    IntSummaryStatistics blocks =
        study.kinds().stream()
            .flatMap(kind -> PERCENTS.stream().flatMap(p -> study.slowed(kind, p).stream()))
            .mapToInt(Series::blocks)
            .summaryStatistics();
    return "%d to %d".formatted(blocks.getMin(), blocks.getMax());
  }

  private static String found(
      Method method, Series series, int blocks, ToDoubleFunction<KeptFork> number) {
    return format("%.0f %%", 100 * Power.once(method, series, blocks, number).found());
  }

  private void early() {
    lines.add("## Stopping early");
    lines.add("");
    lines.add(
        "Each cell's identical code, %d comparisons of all its blocks with labels at random, looked at"
            .formatted(100 * study.cells().size()));
    lines.add("after 5, 8, 12, 20 and all blocks.");
    lines.add("");
    lines.add("| level of each look | false | blocks saved |");
    lines.add("| --- | ---: | ---: |");
    lines.add(stopping("corrected", true));
    lines.add(stopping("the whole 1 %", false));
  }

  private String stopping(String name, boolean corrected) {
    Random random = new Random(5);
    int all = 0;
    int different = 0;
    double saved = 0;
    for (Study.Cell cell : study.cells()) {
      Series series = study.identical(cell);
      for (int i = 0; i < 100; i++) {
        Method.Ended end = Method.stopping(series.relabelled(random), KeptFork::score, corrected);
        all++;
        different += end.verdict() == Verdict.FASTER || end.verdict() == Verdict.SLOWER ? 1 : 0;
        saved += 1 - (double) end.blocks() / series.blocks();
      }
    }
    return format("| %s | %.2f %% | %.0f %% |", name, 100.0 * different / all, 100 * saved / all);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
