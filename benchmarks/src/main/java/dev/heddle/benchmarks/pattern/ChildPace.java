package dev.heddle.benchmarks.pattern;

/** How long children take, one beside the other. */
public enum ChildPace {
  /** All the same. */
  EVEN,
  /** The first as long as the work says, the others twice as long, where the work takes time. */
  FIRST_IS_QUICK,
  /** Longer than any operation: each is cancelled. Work that takes no time ends all the same. */
  ENDLESS,
  /** One in the middle ends soon, the others last ten times as long. */
  ONE_IS_QUICK;

  /** Whether every exchange of an operation has been answered at its end. */
  public boolean isAwaited() {
    return this == EVEN;
  }
}
