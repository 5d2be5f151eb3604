package dev.heddle.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Plans for tests: cells that differ in one parameter. */
final class Plans {

  private Plans() {}

  static RunPlan of(int cells, int rounds, long seed) {
    List<Cell> list =
        IntStream.range(0, cells)
            .mapToObj(i -> new Cell("a.b.CBenchmark.run", Map.of("n", Integer.toString(i))))
            .toList();
    return new RunPlan(
        "quick",
        list,
        rounds,
        seed,
        new Timing(1, 1, 1, 1),
        List.of(),
        List.of(),
        "b01d",
        "Vendor 25");
  }
}
