package dev.heddle.reports.compare;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Looks;
import dev.heddle.reports.stats.Quantity;
import dev.heddle.reports.stats.ScoreUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the forks of two runs come in blocks, as a duel runs them. */
final class Pairing {

  private static final String TABLE = "blocks";

  private Pairing() {}

  /** Whether both are sides of one duel: fork i of both ran in block i. */
  static boolean inBlocks(Run base, Run candidate) {
    Optional<String> id = fact(base, "id");
    return id.isPresent() && id.equals(fact(candidate, "id"));
  }

  /** When the duel looked at its forks, where it did so more than once. */
  static Optional<Looks> looks(Run base) {
    return fact(base, "looks")
        .map(text -> new Looks(Arrays.stream(text.split(" ")).map(Integer::valueOf).toList()));
  }

  /** Why a duel as a whole proves nothing, as its own sentence. */
  static Optional<String> problem(Run base) {
    return fact(base, "invalid");
  }

  /** Cells that a duel gave up, since their forks failed. */
  static List<CellComparison> givenUp(Run base, Rules rules) {
    return labels(base, "failed").map(label -> givenUp(label, rules)).toList();
  }

  /** Cells that this side's jar alone has. */
  static List<CellKey> alone(Run run) {
    return labels(run, "alone").map(Pairing::key).toList();
  }

  private static Stream<String> labels(Run run, String name) {
    return fact(run, name).stream().flatMap(text -> Arrays.stream(text.split("; ")));
  }

  private static CellKey key(String label) {
    return new CellKey(label, Map.of(), CellKey.SCORE);
  }

  private static CellComparison givenUp(String label, Rules rules) {
    Measured nothing =
        new Measured(
            key(label),
            new ScoreUnit(Quantity.OTHER_COST, 1, ""),
            List.of(),
            Optional.empty(),
            List.of(),
            "",
            Optional.of("its forks failed, and the duel gave it up"));
    return CellComparison.of(label, nothing, nothing, true, rules);
  }

  private static Optional<String> fact(Run run, String name) {
    return run.environment().flatMap(environment -> environment.fact(TABLE, name));
  }
}
