package dev.heddle.reports.study;

import dev.heddle.reports.stats.Verdict;
import java.util.ArrayList;
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
        "cores, `SlowdownBenchmark` with 3 × 150 ms of warm-up and 5 × 100 ms of measurement,"
            + " about");
    lines.add(
        format(
            "%.1f s a fork. Which jar was the base changed at random from run to run, the order of"
                + " cells",
            study.medianSeconds()));
    lines.add("and sides within each block.");
    lines.add("");
  }

  private void identical() {
    lines.add("## Identical code");
    lines.add("");
    lines.add(
        "Each comparison takes 5, 8, 12, 20 or 30 neighbouring blocks of a cell (fewer where a"
            + " cell");
    lines.add(
        "has fewer) with the labels of each block dealt at random. *False* is FASTER or SLOWER; its"
            + " 95 %");
    lines.add("interval resamples whole cells, whose comparisons share forks.");
    lines.add("");
    lines.add("| cells | method | comparisons | false | 95 % | SAME | INCONCLUSIVE |");
    lines.add("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
    rows(
        "CPU-bound (cpu, lock, tail)",
        cell -> !isNetwork(cell),
        List.of(Method.values()),
        KeptFork::score);
    rows(
        "virtual threads and network",
        StudyText::isNetwork,
        List.of(Method.values()),
        KeptFork::score);
    rows("all", cell -> true, List.of(Method.values()), KeptFork::score);
    rows("p99 of tail", cell -> cell.kind().equals("tail"), HEDDLE, KeptFork::p99);
    lines.add("");
  }

  private static boolean isNetwork(Study.Cell cell) {
    return cell.kind().equals("virtualThreads") || cell.kind().equals("network");
  }

  private void rows(
      String name,
      Predicate<Study.Cell> cells,
      List<Method> methods,
      ToDoubleFunction<KeptFork> number) {
    ErrorRates rates = ErrorRates.of(study, cells, methods, number, 1);
    for (Method method : methods) {
      double[] interval = rates.interval(method, cells, 1);
      boolean own = HEDDLE.contains(method);
      lines.add(
          format(
              "| %s | %s | %d | %.2f %% | %.1f – %.1f %% | %s | %d |",
              name,
              method.words(),
              rates.comparisons(cells),
              100 * rates.falseShare(method, cells),
              100 * interval[0],
              100 * interval[1],
              own ? rates.count(method, Verdict.SAME, cells) : "–",
              rates.count(method, Verdict.INCONCLUSIVE, cells)));
    }
  }

  private void slowdowns() {
    lines.add("## Known slowdowns");
    lines.add("");
    lines.add(
        "How often SLOWER is said of 100 trials, each of blocks in random order. *Slowed by* is"
            + " the");
    lines.add(
        "ratio over all blocks: what the injected percent made of the whole operation. Minutes"
            + " are");
    lines.add("those of all forks of a cell.");
    lines.add("");
    lines.add(
        "| kind | injected | slowed by | Heddle, 5 blocks | 12 blocks | stopping early | blocks |"
            + " minutes | JMH intervals, 12 | pooled Welch, 12 | over 5 %, 12 |");
    lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (String kind : study.kinds()) {
      power(kind, kind, KeptFork::score, true);
    }
    power("tail", "p99 of tail", KeptFork::p99, false);
    lines.add("");
  }

  private void power(String kind, String name, ToDoubleFunction<KeptFork> number, boolean rivals) {
    for (int percent : PERCENTS) {
      study
          .slowed(kind, percent)
          .ifPresent(series -> lines.add(power(name, percent, series, number, rivals)));
    }
  }

  private String power(
      String name, int percent, Series series, ToDoubleFunction<KeptFork> number, boolean rivals) {
    Power stopping = Power.stopping(series, number);
    return format(
        "| %s | %d %% | %+.1f %% | %s | %s | %.0f %% | %.0f | %.1f | %s | %s | %s |",
        name,
        percent,
        100 * (series.ratio(number) - 1),
        found(Method.BLOCKS, series, EARLY, number),
        found(Method.BLOCKS, series, LATER, number),
        100 * stopping.found(),
        stopping.blocks(),
        stopping.blocks() * 2 * study.medianSeconds() / 60,
        rivals ? found(Method.JMH_INTERVALS, series, LATER, number) : "–",
        rivals ? found(Method.POOLED_WELCH, series, LATER, number) : "–",
        rivals ? found(Method.THRESHOLD, series, LATER, number) : "–");
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
