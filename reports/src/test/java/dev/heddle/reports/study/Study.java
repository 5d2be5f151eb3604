package dev.heddle.reports.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Forks of two separately built jars of the same code, with slowdowns injected by a parameter: the
 * same percent on both sides is a comparison of identical code, 0 against another one that of a
 * known slowdown.
 */
final class Study {

  private static final Path FILE = Path.of("src/test/data/slowdowns.jsonl.gz");

  /** From here on a duel drops a block, by the CPU part of its ruler. */
  private static final double FAR = 0.15;

  private static final int LEAST_OF_A_RUN = 5;

  private final List<KeptFork> forks;

  private Study(List<KeptFork> forks) {
    this.forks = forks;
  }

  static Study read() throws IOException {
    return new Study(KeptFork.read(FILE));
  }

  /** What identical code was measured by. */
  record Cell(String kind, int percent) {}

  int forks() {
    return (int) forks.stream().filter(fork -> !fork.kind().startsWith("ruler")).count();
  }

  /** Of one fork with JMH's own start and end; waits for other work on the machine are in it. */
  double medianSeconds(Predicate<String> kinds) {
    double[] sorted =
        forks.stream()
            .filter(fork -> kinds.test(fork.kind()))
            .mapToDouble(KeptFork::seconds)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  List<String> runs() {
    return forks.stream().map(KeptFork::run).distinct().toList();
  }

  /**
   * How many blocks have a ruler, and lie further from their run's median by it than a duel allows.
   */
  long droppedBlocks() {
    return runs().stream().mapToLong(this::droppedBlocks).sum();
  }

  private long droppedBlocks(String run) {
    double[] rulers =
        forks.stream()
            .filter(fork -> fork.run().equals(run) && fork.kind().equals("ruler.cpu"))
            .mapToDouble(KeptFork::score)
            .sorted()
            .toArray();
    double median = rulers[rulers.length / 2];
    return Arrays.stream(rulers).filter(ruler -> Math.abs(ruler / median - 1) > FAR).count();
  }

  /** Those that both jars were measured in. */
  List<Cell> cells() {
    return forks.stream()
        .filter(fork -> !fork.kind().startsWith("ruler"))
        .map(fork -> new Cell(fork.kind(), fork.percent()))
        .distinct()
        .filter(cell -> identical(cell).blocks() > 0)
        .sorted(Comparator.comparing(Cell::kind).thenComparing(Cell::percent))
        .toList();
  }

  List<String> kinds() {
    return cells().stream().map(Cell::kind).distinct().toList();
  }

  /** Jar A against jar B in one cell. */
  Series identical(Cell cell) {
    return series(cell.kind(), cell.percent(), cell.percent());
  }

  /** Jar A at 0 % against jar B at a slowdown. */
  Optional<Series> slowed(String kind, int percent) {
    return Optional.of(series(kind, 0, percent)).filter(series -> series.blocks() > 0);
  }

  /** Forks of both jars in one cell, run by run in order; runs that were cut short are left out. */
  List<List<KeptFork>> runs(Cell cell) {
    Map<Integer, List<KeptFork>> runs = new TreeMap<>();
    for (KeptFork fork : forks) {
      if (fork.kind().equals(cell.kind()) && fork.percent() == cell.percent()) {
        runs.computeIfAbsent(
                Integer.valueOf(fork.run().replace("run", "")), number -> new ArrayList<>())
            .add(fork);
      }
    }
    return runs.values().stream().filter(run -> run.size() >= LEAST_OF_A_RUN).toList();
  }

  private Series series(String kind, int basePercent, int candidatePercent) {
    Map<String, KeptFork> left = new TreeMap<>();
    Map<String, KeptFork> right = new LinkedHashMap<>();
    for (KeptFork fork : forks) {
      String block = "%s %03d".formatted(fork.run(), fork.block());
      if (fork.kind().equals(kind) && fork.jar() == 'A' && fork.percent() == basePercent) {
        left.put(block, fork);
      }
      if (fork.kind().equals(kind) && fork.jar() == 'B' && fork.percent() == candidatePercent) {
        right.put(block, fork);
      }
    }
    List<KeptFork> base = new ArrayList<>();
    List<KeptFork> candidate = new ArrayList<>();
    left.forEach(
        (block, fork) ->
            Optional.ofNullable(right.get(block))
                .ifPresent(
                    other -> {
                      base.add(fork);
                      candidate.add(other);
                    }));
    return new Series(base, candidate);
  }
}
