package dev.heddle.reports.stats;

/** What a score is, and so which direction is the better one. */
public enum Quantity {
  /** Time that one operation takes; base unit seconds. */
  TIME_PER_OPERATION(false),
  /** Operations completed per time; base unit operations per second. */
  THROUGHPUT(true),
  /** Any other unit whose mode counts per time: more is better. */
  OTHER_RATE(true),
  /** Any other unit: less is better. */
  OTHER_COST(false);

  private final boolean moreIsBetter;

  Quantity(boolean moreIsBetter) {
    this.moreIsBetter = moreIsBetter;
  }

  /** Whether the greater of two scores is the better one. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }
}
