package dev.heddle.reports.compare;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Looks;
import java.util.Arrays;
import java.util.Optional;

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

  private static Optional<String> fact(Run run, String name) {
    return run.environment().flatMap(environment -> environment.fact(TABLE, name));
  }
}
