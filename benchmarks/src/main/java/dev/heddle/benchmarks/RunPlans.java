package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.run.BuildFingerprint;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Timing;
import dev.heddle.model.Model;
import dev.heddle.profile.Bound;
import dev.heddle.profile.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the plans of runs of this build. */
final class RunPlans {

  /** Adds figures that cost nothing to have. */
  private static final String BOUND = Bound.class.getName();

  private static final String FAILURES = Failures.class.getName();

  private static final Set<String> WAITING = Set.of(Work.SLEEP.name(), Work.FETCH_DRAWN.name());

  private static final long SEEDS = 1_000_000_000L;

  private RunPlans() {}

  static RunPlan of(Matrix matrix, Selection selection, RunSettings settings, long seed)
      throws IOException {
    List<Cell> cells = selection.chosen().applyTo(matrix);
    return new RunPlan(
        ConstantNames.of(matrix),
        cells,
        settings.rounds(matrix),
        seed,
        settings.timing(matrix),
        settings.jvmArgs(),
        profilers(settings.profilers(), cells),
        build(),
        jdk());
  }

  /** What was asked for, and what adds the figures of those benchmarks that have some. */
  private static List<String> profilers(List<String> chosen, List<Cell> cells) {
    boolean fails =
        cells.stream().anyMatch(cell -> MeasuredPattern.ofBenchmark(cell.benchmark()).fails());
    boolean waits = cells.stream().anyMatch(cell -> WAITING.contains(cell.params().get("work")));
    List<String> all = new ArrayList<>(chosen);
    if (waits) {
      all.add(BOUND);
    }
    if (fails) {
      all.add(FAILURES);
    }
    return all.stream().distinct().toList();
  }

  /** The plan of a load. */
  static RunPlan ofLoad(
      List<Cell> cells, int rounds, long seed, Timing timing, List<String> jvmArgs)
      throws IOException {
    Pairings.check(cells);
    return new RunPlan(
        LoadPlans.NAME,
        cells,
        rounds,
        seed,
        timing,
        jvmArgs,
        LoadPlans.profilers(),
        build(),
        jdk());
  }

  /** The same plan, as this build on this JDK would run it. */
  static RunPlan withThisBuild(RunPlan plan) throws IOException {
    return plan.withBuild(build(), jdk());
  }

  /** Whether a profiler is there without having been asked for. */
  static boolean comesByItself(String profiler) {
    return profiler.equals(BOUND) || profiler.equals(FAILURES);
  }

  static long anySeed() {
    return ThreadLocalRandom.current().nextLong(SEEDS);
  }

  private static String build() throws IOException {
    return BuildFingerprint.of(Heddle.class, Model.class);
  }

  private static String jdk() {
    return System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version");
  }
}
