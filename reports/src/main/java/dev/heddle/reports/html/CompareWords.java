package dev.heddle.reports.html;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.KnownNoise;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.stats.Verdict;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of a comparison, in the same words on the page, on the terminal and in Markdown. */
public final class CompareWords {

  private static final int LONGEST = 120;
  private static final double PERCENT = 100;

  private CompareWords() {}

  /** A verdict as an adjective. */
  public static String verdict(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> "faster";
      case SLOWER -> "slower";
      case SAME -> "the same";
      case INCONCLUSIVE -> "inconclusive";
      case INVALID -> "invalid";
    };
  }

  /** How many cells have each verdict, the worst first. */
  public static String counts(RunComparison comparison) {
    int cells = comparison.cells().size();
    Map<Verdict, Long> counts = comparison.counts();
    return Verdict.BY_IMPORTANCE.stream()
        .filter(verdict -> counts.getOrDefault(verdict, 0L) > 0)
        .map(verdict -> "%,d %s".formatted(counts.get(verdict), verdict(verdict)))
        .collect(
            Collectors.joining(
                ", ", cells == 1 ? "1 cell: " : "%,d cells: ".formatted(cells), "."));
  }

  /** How many verdicts are expected to be wrong by chance alone. */
  public static String expected(RunComparison comparison) {
    long judged =
        comparison.cells().stream()
            .filter(cell -> cell.verdict() != Verdict.INVALID && cell.effect().isPresent())
            .count();
    String expected = number(judged * comparison.rules().alpha());
    return ("With %,d judged %s at α = %s, about %s false %s to be expected where nothing differs;"
            + " a gate corrects for that, this comparison does not.")
        .formatted(
            judged,
            judged == 1 ? "cell" : "cells",
            percent(comparison.rules().alpha()),
            expected,
            expected.equals("1") ? "verdict is" : "verdicts are");
  }

  /** Which noise floor was used. */
  public static String noise(RunComparison comparison) {
    return KnownNoise.of(comparison.runs())
        .map(
            known ->
                "Noise floor: %s (%s, read beside %s)."
                    .formatted(
                        percent(known.floor().share()), known.floor().work(), known.run().source()))
        .orElse("Noise floor: none was read (no calibration.json with one lies beside a run).");
  }

  /** A difference of the environments on one line. */
  public static String difference(EnvironmentDifference difference) {
    return "%s: %s / %s".formatted(difference.fact(), difference.base(), difference.candidate());
  }

  /** A cell's name, with its middle left out where it is long. */
  public static String label(CellComparison cell) {
    return shortened(cell.label());
  }

  /** A cell's name that has no comparison. */
  public static String label(CellKey key) {
    return shortened(key.label());
  }

  private static String shortened(String label) {
    int half = LONGEST / 2;
    return label.length() <= LONGEST
        ? label
        : label.substring(0, half) + "…" + label.substring(label.length() - half + 1);
  }

  /** The level of one interval, such as {@code 99 %}. */
  public static String confidence(Rules rules) {
    return percent(1 - rules.level());
  }

  /** A share, such as 0.03, as {@code 3 %}. */
  public static String percent(double share) {
    return number(PERCENT * share) + " %";
  }

  private static String number(double value) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }
}
