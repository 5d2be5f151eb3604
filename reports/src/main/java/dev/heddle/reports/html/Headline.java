package dev.heddle.reports.html;

import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Difference;
import dev.heddle.reports.stats.Standing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many scenarios in a sentence or two: who leads how often, and how often nobody does. */
public final class Headline {

  /** More names than this are not read. */
  private static final int MOST_NAMES = 6;

  private Headline() {}

  /** Empty for fewer than two scenarios, where the one answer says it all. */
  public static String of(List<Comparison> comparisons) {
    List<Comparison> ranked =
        comparisons.stream().filter(comparison -> comparison.ranking().size() > 1).toList();
    if (ranked.size() < 2) {
      return "";
    }
    Map<String, Integer> leads = new LinkedHashMap<>();
    for (Comparison comparison : ranked) {
      if (standing(comparison) == Difference.DIFFERENT) {
        leads.merge(name(comparison.ranking().getFirst()), 1, Integer::sum);
      }
    }
    return Stream.of(
            leaders(leads, ranked.size()),
            rest(ranked, Difference.SAME, "the best are the same within ± 3 %"),
            rest(ranked, Difference.INCONCLUSIVE, "the best cannot be told apart"),
            rest(
                ranked,
                Difference.NO_INTERVAL,
                "one fork a cell says nothing of how sure an order is"))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String leaders(Map<String, Integer> leads, int all) {
    if (leads.isEmpty()) {
      return "";
    }
    String names =
        leads.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMES)
            .map(lead -> lead.getKey() + " in " + count(lead.getValue(), all))
            .collect(Collectors.joining(", "));
    String more =
        leads.size() > MOST_NAMES ? " and %d others".formatted(leads.size() - MOST_NAMES) : "";
    return "Leaders of %d scenarios: %s%s.".formatted(all, names, more);
  }

  private static String rest(List<Comparison> ranked, Difference verdict, String what) {
    long scenarios = ranked.stream().filter(comparison -> standing(comparison) == verdict).count();
    return scenarios == 0 ? "" : "In %s %s.".formatted(count(scenarios, ranked.size()), what);
  }

  private static String count(long scenarios, int all) {
    return scenarios == all ? "all " + all : Long.toString(scenarios);
  }

  private static Difference standing(Comparison comparison) {
    return Standing.of(comparison).map(Standing::difference).orElse(Difference.NO_INTERVAL);
  }

  private static String name(ArmResult result) {
    return result.arm().name();
  }
}
