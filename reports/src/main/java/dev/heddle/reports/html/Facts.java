package dev.heddle.reports.html;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was run, in a line. */
final class Facts {

  private Facts() {}

  static String of(Run run, int scenarios) {
    if (run.cells().isEmpty() && run.load().isEmpty()) {
      return "no results";
    }
    List<String> facts = new ArrayList<>();
    List<Cell> cells = run.comparable();
    if (!cells.isEmpty()) {
      facts.add(count(cells.size(), "cell"));
      facts.add(count(scenarios, "scenario"));
      facts.add(distinct(cells, c -> count(c.schedule().forks(), "fork")) + " a cell");
    }
    if (!run.load().isEmpty()) {
      facts.add(count(run.load().size(), "fork") + " under load");
    }
    if (!run.referenceLoad().isEmpty()) {
      facts.add(count(run.referenceLoad().size(), "fork") + " of a reference");
    }
    facts.add("JDK " + distinct(run.cells(), cell -> cell.jvm().jdkVersion()));
    facts.add("JMH " + distinct(run.cells(), cell -> cell.jvm().jmhVersion()));
    return facts.stream().filter(fact -> !fact.endsWith(" ")).collect(Collectors.joining(" · "));
  }

  /** The different values that cells have, up to four of them. */
  static String distinct(Collection<Cell> cells, Function<Cell, String> fact) {
    List<String> values = cells.stream().map(fact).distinct().toList();
    String shown = values.stream().limit(4).collect(Collectors.joining(" or "));
    return Optional.of(shown).filter(s -> values.size() <= 4).orElse(shown + " or others");
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
