package dev.heddle.reports.stats;

/** The two constants that every statement of the report rests on; both are printed with it. */
public final class Level {

  /** Confidence of every interval. */
  public static final double CONFIDENCE = 0.99;

  /** The smallest effect that matters, as a relative difference. */
  public static final double SMALLEST_EFFECT = 0.03;

  private Level() {}
}
