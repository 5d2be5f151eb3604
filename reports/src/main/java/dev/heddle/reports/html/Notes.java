package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Doubt;
import dev.heddle.reports.stats.Estimate;
import dev.heddle.reports.stats.Reference;
import java.util.ArrayList;
import java.util.List;

/** What to know before believing a contestant's score. */
public final class Notes {

  private Notes() {}

  /** In words, separated by semicolons; empty where there is nothing. */
  public static String of(ArmResult result) {
    List<String> notes = ofScore(result.score());
    if (result.isCeilingBound()) {
      notes.add(
          "ceiling-bound: %s %% of the exchanges that client and server do at most; not ranked"
              .formatted(Digits.of(100 * result.ceilingShare().orElse(0))));
    }
    if (result.warmingUp()) {
      notes.add("warming up: late and early iterations differ");
    }
    return String.join("; ", notes);
  }

  /** The same of a reference, with the word that it is none of the contestants. */
  public static String of(Reference reference) {
    List<String> notes = ofScore(reference.score());
    notes.addFirst("reference, not ranked");
    return String.join("; ", notes);
  }

  private static List<String> ofScore(Estimate score) {
    List<String> notes = new ArrayList<>();
    if (score.doubt() != Doubt.NONE) {
      notes.add(score.doubt().words());
    }
    if (!score.isSteady()) {
      notes.add(
          "multimodal or unsteady: forks × %s apart, not to be summed up by one number"
              .formatted(Digits.of(score.spread())));
    }
    return notes;
  }
}
