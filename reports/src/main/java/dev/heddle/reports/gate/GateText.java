package dev.heddle.reports.gate;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.gate.GatedCell.Standing;
import dev.heddle.reports.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A gate in words. */
public final class GateText {

  private static final String NONE = "–";

  private GateText() {}

  /** The decision and why, in a line. */
  public static String headline(Gate gate) {
    return gate.decision().words() + ": " + why(gate);
  }

  private static String why(Gate gate) {
    String limit = percent(gate.rules().maxRegression());
    return switch (gate.decision()) {
      case PASSED -> "no cell of %d is worse by more than %s".formatted(gate.cells().size(), limit);
      case REGRESSION ->
          "%s worse by more than %s%s"
              .formatted(
                  share(gate, Standing.REGRESSION, "is", "are"),
                  limit,
                  gate.rules().strict() ? " with the whole interval" : "");
      case INCONCLUSIVE ->
          "in %s a regression beyond %s is not excluded"
              .formatted(share(gate, Standing.OPEN, "", "").strip(), limit);
      case INVALID ->
          gate.cells().isEmpty()
              ? "no cell was measured on both sides"
              : share(gate, Standing.INVALID, "must", "must") + " not be used";
    };
  }

  private static String share(Gate gate, Standing standing, String one, String many) {
    long count = gate.count(standing);
    int all = gate.cells().size();
    return "%d of %d cell%s %s".formatted(count, all, all == 1 ? "" : "s", count == 1 ? one : many);
  }

  /** What was measured on the base only: a deleted benchmark would hide its regression. */
  public static Optional<String> missing(Gate gate) {
    List<CellKey> missing = gate.comparison().onlyBase();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            missing.stream()
                .map(CellKey::label)
                .collect(
                    Collectors.joining("; ", "measured on the base only, so not decided: ", "")));
  }

  /** Why a cell stands as it does, as a clause: its verdict's reason, and the limit. */
  public static String reason(GatedCell cell, GateRules rules) {
    List<String> clauses = new ArrayList<>();
    if (!cell.judgement().reason().isEmpty()) {
      clauses.add(cell.judgement().reason());
    }
    switch (cell.standing()) {
      case REGRESSION -> clauses.add("worse by more than " + percent(rules.maxRegression()));
      case OPEN ->
          clauses.add(
              "a regression beyond %s is not excluded".formatted(percent(rules.maxRegression())));
      case INVALID, PASSED -> {}
    }
    return String.join("; ", clauses);
  }

  /** By how much a cell is worse, with the interval; a dash where that is not known. */
  public static String worse(GatedCell cell) {
    return cell.comparison()
        .worseInterval()
        .map(interval -> signed(cell.comparison().worse()) + " (" + range(interval) + ")")
        .orElse(NONE);
  }

  static String p(GatedCell cell) {
    return cell.holm().isPresent()
        ? String.format(Locale.ROOT, "%.3g", cell.holm().getAsDouble())
        : NONE;
  }

  static String percent(double share) {
    return Digits.of(share * 100).replaceFirst("\\.0+$", "") + " %";
  }

  private static String range(Interval interval) {
    return signed(interval.low()) + " to " + signed(interval.high());
  }

  private static String signed(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }
}
