package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * All that decides what a run measures. It is kept as {@code run.json}, and a run is resumed only
 * under an equal plan.
 *
 * @param matrix the matrix's name
 * @param cells what is measured, each cell once a round
 * @param rounds how many forks each cell gets
 * @param seed decides the order of the cells in each round
 * @param timing how long each fork takes
 * @param jvmArgs arguments of the forks' JVMs beside those that the benchmarks ask for
 * @param profilers JMH profilers by name or class, such as {@code gc}; none in a scored run
 * @param build the SHA-256 of the code that is measured
 * @param jdk the version of the JDK that runs it
 */
public record RunPlan(
    String matrix,
    List<Cell> cells,
    int rounds,
    long seed,
    Timing timing,
    List<String> jvmArgs,
    List<String> profilers,
    String build,
    String jdk) {

  /** Checks that there is something to do. */
  public RunPlan {
    cells = List.copyOf(cells);
    jvmArgs = List.copyOf(jvmArgs);
    profilers = List.copyOf(profilers);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("A run needs at least one cell; the options leave none");
    }
    if (rounds < 1) {
      throw new IllegalArgumentException(
          "rounds is %d; allowed: 1 or more (5 or more for a comparison)".formatted(rounds));
    }
  }

  /** Every fork of the run, in order: rounds of all cells, each round shuffled by the seed. */
  public List<Fork> forks() {
    Random random = new Random(seed);
    List<Fork> forks = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<Cell> shuffled = new ArrayList<>(cells);
      Collections.shuffle(shuffled, random);
      for (Cell cell : shuffled) {
        forks.add(new Fork(round, cell));
      }
    }
    return List.copyOf(forks);
  }

  /** The cells of models. */
  public List<Cell> ofModels() {
    return cells.stream().filter(cell -> !cell.isReference()).toList();
  }

  /** The cells of a reference beside them. */
  public List<Cell> ofReference() {
    return cells.stream().filter(Cell::isReference).toList();
  }

  /** The same plan with a reference's cells beside the models'. */
  public RunPlan withReference(List<Cell> reference) {
    List<Cell> all = new ArrayList<>(cells);
    all.addAll(reference);
    return new RunPlan(matrix, all, rounds, seed, timing, jvmArgs, profilers, build, jdk);
  }

  /** The time the forks are expected to take together. */
  @JsonIgnore
  public Duration expected() {
    return timing.expected().multipliedBy((long) rounds * cells.size());
  }

  /** The same plan for another build or JDK. */
  public RunPlan withBuild(String otherBuild, String otherJdk) {
    return new RunPlan(
        matrix, cells, rounds, seed, timing, jvmArgs, profilers, otherBuild, otherJdk);
  }

  /**
   * Returns if the other plan measures the same.
   *
   * @throws UnusableFolderException naming what differs
   */
  public void requireSame(RunPlan other) throws UnusableFolderException {
    List<String> differences = differences(other);
    if (!differences.isEmpty()) {
      throw new UnusableFolderException(
          "This is not the run that was interrupted: %s. Resume it as it was, or start another in a new folder"
              .formatted(String.join("; ", differences)));
    }
  }

  /** What differs in another plan, one sentence each; empty if the other one measures the same. */
  List<String> differences(RunPlan other) {
    List<String> found = new ArrayList<>();
    compare(found, "matrix", matrix, other.matrix);
    if (!cells.equals(other.cells)) {
      found.add("the cells differ (%d before, %d now)".formatted(cells.size(), other.cells.size()));
    }
    compare(found, "rounds", rounds, other.rounds);
    compare(found, "seed", seed, other.seed);
    compare(found, "timing", timing, other.timing);
    compare(found, "JVM arguments", jvmArgs, other.jvmArgs);
    compare(found, "profilers", profilers, other.profilers);
    compare(found, "code (SHA-256)", build, other.build);
    compare(found, "JDK", jdk, other.jdk);
    return found;
  }

  private static void compare(List<String> found, String what, Object before, Object now) {
    if (!Objects.equals(before, now)) {
      found.add("%s was %s and is %s".formatted(what, before, now));
    }
  }
}
