package dev.heddle.reports.html;

import dev.heddle.reports.stats.ArmResult;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Many scenarios in a sentence or two: who leads how often, and how often nobody does. */
final class Headline {

  /** More names than this are not read. */
  private static final int MOST_NAMES = 6;

  private Headline() {}

  /** Empty for fewer than two scenarios, where the one answer says it all. */
  static String of(List<Comparison> comparisons) {
    List<Comparison> ranked =
        comparisons.stream().filter(comparison -> comparison.ranking().size() > 1).toList();
    if (ranked.size() < 2) {
      return "";
    }
    Map<String, Integer> leads = new LinkedHashMap<>();
    for (Comparison comparison : ranked) {
      if (second(comparison) == Verdict.DIFFERENT) {
        leads.merge(name(comparison.ranking().getFirst()), 1, Integer::sum);
      }
    }
    long single =
        ranked.stream().filter(comparison -> second(comparison) == Verdict.NO_INTERVAL).count();
    long led = leads.values().stream().mapToInt(Integer::intValue).sum();
    return leaders(leads, ranked.size())
        + rest(ranked.size() - led - single, "nobody leads: the best cannot be told apart")
        + rest(single, "one fork a cell tells nothing of how sure an order is");
  }

  private static String leaders(Map<String, Integer> leads, int all) {
    if (leads.isEmpty()) {
      return "In none of %d scenarios does one contestant lead.".formatted(all);
    }
    String names =
        leads.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_NAMES)
            .map(
                lead ->
                    "%s in %s"
                        .formatted(lead.getKey(), lead.getValue() == all ? "all" : lead.getValue()))
            .collect(Collectors.joining(", "));
    String more =
        leads.size() > MOST_NAMES ? " and %d others".formatted(leads.size() - MOST_NAMES) : "";
    return "Leaders of %d scenarios: %s%s.".formatted(all, names, more);
  }

  private static String rest(long scenarios, String what) {
    return scenarios == 0 ? "" : " In %d %s.".formatted(scenarios, what);
  }

  private static Verdict second(Comparison comparison) {
    return comparison.ranking().get(1).toBest().map(Ratio::verdict).orElse(Verdict.NO_INTERVAL);
  }

  private static String name(ArmResult result) {
    return result.arm().name();
  }
}
