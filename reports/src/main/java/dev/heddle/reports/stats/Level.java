package dev.heddle.reports.stats;

/** The constants that the statements of the report rest on; all are printed with it. */
public final class Level {

  /** Confidence of every interval. */
  public static final double CONFIDENCE = 0.99;

  /** The smallest effect that matters, as a relative difference. */
  public static final double SMALLEST_EFFECT = 0.03;

  /**
   * Forks whose largest number is no more than this many times their smallest can be summed up by
   * one number. (Forks of a CPU loop lie 1.01 apart on two shared cores, those of a gather on
   * virtual threads up to 4.)
   */
  public static final double STEADY = 1.25;

  private Level() {}
}
