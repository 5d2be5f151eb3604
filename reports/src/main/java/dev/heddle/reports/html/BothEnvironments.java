package dev.heddle.reports.html;

import dev.heddle.reports.compare.EnvironmentDifference;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.read.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environments of two runs side by side: what differs first, then all else. */
final class BothEnvironments {

  private static final String NOT_KNOWN = "not known";

  private BothEnvironments() {}

  /** Empty where one run was compared with itself, or nothing is known of either side. */
  static Optional<TableView> of(RunComparison comparison) {
    if (comparison.runs().size() < 2) {
      return Optional.empty();
    }
    List<TableView.Line> lines = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (EnvironmentDifference difference : comparison.differences()) {
      told.add(difference.fact());
      lines.add(
          line(
              difference.fact(),
              difference.base(),
              difference.candidate(),
              difference.forbids() ? "differs: forbids a verdict" : "differs"));
    }
    Map<String, String> base = facts(comparison.runs().getFirst());
    Map<String, String> candidate = facts(comparison.runs().getLast());
    Set<String> names = new LinkedHashSet<>(base.keySet());
    names.addAll(candidate.keySet());
    names.removeAll(told);
    for (String name : names) {
      String one = base.getOrDefault(name, NOT_KNOWN);
      String other = candidate.getOrDefault(name, NOT_KNOWN);
      lines.add(line(name, one, other, one.equals(other) ? "" : "not compared"));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TableView(
                "Environments, differences first",
                List.of("fact", "base", "candidate", "comparison"),
                lines));
  }

  private static TableView.Line line(String name, String base, String candidate, String said) {
    return new TableView.Line("", name, List.of(base, candidate, said));
  }

  private static Map<String, String> facts(Run run) {
    return run.environment()
        .map(environment -> environment.facts((table, fact) -> true))
        .orElse(Map.of());
  }
}
