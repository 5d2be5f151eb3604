package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.BuildFingerprint;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Timing;
import dev.heddle.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the plans of runs of this build. */
final class RunPlans {

  private static final long SEEDS = 1_000_000_000L;

  private RunPlans() {}

  static RunPlan of(Matrix matrix, Selection selection, RunSettings settings, long seed)
      throws IOException {
    List<Cell> cells = selection.applyTo(matrix.axes()).cells();
    Pairings.check(cells);
    return new RunPlan(
        ConstantNames.of(matrix),
        cells,
        settings.rounds(matrix),
        seed,
        settings.timing(matrix),
        settings.jvmArgs(),
        settings.profilers(),
        build(),
        jdk());
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
