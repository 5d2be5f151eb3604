package dev.heddle.reports.compare;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * With what JVM arguments the cells of two runs were measured. Benchmarks of one run may have
 * different ones, so that each cell is held against the same one of the other run.
 *
 * @param base by cell
 * @param candidate by cell
 */
record JvmOptions(Map<CellKey, String> base, Map<CellKey, String> candidate) {

  /** What a difference is called. */
  static final String FACT = "JVM arguments";

  /** Of two runs. */
  static JvmOptions of(Run base, Run candidate) {
    return new JvmOptions(options(base), options(candidate));
  }

  /** Why a cell allows no verdict, as a clause; empty if it does. */
  Optional<String> forbidding(CellKey key) {
    CellKey cell = key.of(CellKey.SCORE);
    return differs(cell)
        ? Optional.of(
            "the JVM arguments differ: '%s' and '%s'"
                .formatted(base.get(cell), candidate.get(cell)))
        : Optional.empty();
  }

  /** Those of all cells that both runs have and that differ; empty if none does. */
  Optional<EnvironmentDifference> difference() {
    List<CellKey> differing = base.keySet().stream().filter(this::differs).toList();
    return differing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EnvironmentDifference(
                FACT, joined(differing, base::get), joined(differing, candidate::get), true));
  }

  private boolean differs(CellKey cell) {
    return base.containsKey(cell)
        && candidate.containsKey(cell)
        && !base.get(cell).equals(candidate.get(cell));
  }

  private static String joined(List<CellKey> cells, Function<CellKey, String> options) {
    return cells.stream().map(options).distinct().sorted().collect(Collectors.joining("; "));
  }

  /** Without system properties: they name files and ports, and differ from run to run. */
  private static Map<CellKey, String> options(Run run) {
    Map<CellKey, String> options = new LinkedHashMap<>();
    for (Cell cell : run.comparable()) {
      options.putIfAbsent(
          Measurements.key(cell, CellKey.SCORE),
          cell.jvm().arguments().stream()
              .filter(argument -> !argument.startsWith("-D"))
              .collect(Collectors.joining(" ")));
    }
    return options;
  }
}
