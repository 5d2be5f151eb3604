package dev.heddle.reports.compare;

import dev.heddle.reports.read.Run;
import dev.heddle.reports.stats.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The contestants of one cell of one run, each beside a reference. */
final class ContestantPairs {

  private ContestantPairs() {}

  /**
   * Compares them.
   *
   * @param alone gets the cells that have no reference, or nothing beside it
   */
  static List<CellComparison> of(
      CellKey shared,
      List<Measured> group,
      String param,
      Optional<String> reference,
      Run run,
      Rules rules,
      List<CellKey> alone) {
    List<Measured> ordered =
        group.stream()
            .sorted(Comparator.comparingInt(side -> Names.modelOrder(value(side, param))))
            .toList();
    Optional<Measured> base =
        reference.isEmpty()
            ? Optional.of(ordered.getFirst())
            : ordered.stream()
                .filter(side -> isValue(value(side, param), reference.get()))
                .findFirst();
    if (base.isEmpty() || ordered.size() < 2) {
      alone.add(shared);
      return List.of();
    }
    return ordered.stream()
        .filter(side -> !side.equals(base.get()))
        .map(
            side ->
                CellComparison.of(
                    "%s: %s / %s"
                        .formatted(
                            shared.label(),
                            Names.display(value(side, param)),
                            Names.display(value(base.get(), param))),
                    base.get(),
                    side,
                    run.hasRounds(),
                    rules))
        .toList();
  }

  /** A value as the file has it, or as the command line spells a constant. */
  private static boolean isValue(String value, String asked) {
    return value.equals(asked) || value.equals(Names.constant(asked));
  }

  private static String value(Measured side, String param) {
    return side.key().params().getOrDefault(param, "");
  }
}
