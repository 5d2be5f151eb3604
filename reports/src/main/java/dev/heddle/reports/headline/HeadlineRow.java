package dev.heddle.reports.headline;

import java.util.List;
import java.util.stream.Stream;

/**
 * One workload, all cells as plain text.
 *
 * @param workload what was measured
 * @param ahead who leads, or who ties
 * @param figure what the best of them takes or reaches, with its interval
 * @param next who is the first to differ from it, and by how much, and who is left out, and why
 */
record HeadlineRow(String workload, String ahead, String figure, String next) {

  /** Where there is nobody or nothing to name. */
  static final String NONE = "–";

  /** A row of which nobody can be said to be ahead. */
  static HeadlineRow unranked(String workload, List<String> leftOut) {
    return new HeadlineRow(workload, "not ranked", NONE, next(NONE, leftOut));
  }

  /** A leader by its name, or those that tie by theirs. */
  static String ahead(List<String> names) {
    return names.size() == 1 ? names.getFirst() : "tie: " + String.join(", ", names);
  }

  /** The next, and after it whoever is left out, a clause each. */
  static String next(String next, List<String> leftOut) {
    return String.join("; ", Stream.concat(Stream.of(next), leftOut.stream()).toList());
  }

  /** Why some are left out; empty if none is. */
  static Stream<String> leftOut(String why, List<String> names) {
    return names.isEmpty() ? Stream.empty() : Stream.of(why + ": " + String.join(", ", names));
  }
}
