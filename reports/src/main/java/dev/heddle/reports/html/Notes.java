package dev.heddle.reports.html;

import dev.heddle.reports.chart.Digits;
import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Doubt;
import java.util.ArrayList;
import java.util.List;

/** What to know before believing a contestant's score. */
public final class Notes {

  private Notes() {}

  /** In words, separated by semicolons; empty where there is nothing. */
  public static String of(ArmResult result) {
    List<String> notes = new ArrayList<>();
    if (result.score().doubt() != Doubt.NONE) {
      notes.add(result.score().doubt().words());
    }
    if (!result.score().isSteady()) {
      notes.add(
          "multimodal or unsteady: forks × %s apart, not to be summed up by one number"
              .formatted(Digits.of(result.score().spread())));
    }
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
}
