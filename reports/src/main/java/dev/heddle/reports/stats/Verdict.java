package dev.heddle.reports.stats;

import java.util.List;

/** What may be said of a candidate beside its base. */
public enum Verdict {
  /** The candidate is better: the interval excludes 1. */
  FASTER,
  /** The candidate is worse: the interval excludes 1. */
  SLOWER,
  /** The whole interval lies within the smallest effect that matters. */
  SAME,
  /** The forks allow neither to say. */
  INCONCLUSIVE,
  /** The two must not be compared, or a result is broken. */
  INVALID;

  /** What a reader looks for first comes first. */
  public static final List<Verdict> BY_IMPORTANCE =
      List.of(SLOWER, FASTER, INCONCLUSIVE, SAME, INVALID);
}
