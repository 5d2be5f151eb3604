package dev.heddle.reports.stats;

/** What an interval of a ratio allows to say. */
public enum Difference {
  /** The interval excludes 1. */
  DIFFERENT,
  /** The whole interval lies within ± {@link Level#SMALLEST_EFFECT}. */
  SAME,
  /** The interval includes 1, and more than the smallest effect beside it. */
  INCONCLUSIVE,
  /** There are too few forks for an interval. */
  NO_INTERVAL
}
