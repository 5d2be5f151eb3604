package dev.heddle.model;

/**
 * Holds back whichever of two sides came first of late, so that a race stays one: by more each time
 * that the same side is first again.
 */
final class EdgeFinder {

  private static final long LONGEST_STEP = 256;
  private static final long LONGEST_LEAD = 10_000;

  /** How much the first side is held back; the second if negative. */
  private long lead;

  private long step = 1;
  private int first;
  private int second;
  private boolean lastWasFirst;

  void holdBackFirst() {
    spin(lead);
  }

  void holdBackSecond() {
    spin(-lead);
  }

  private static void spin(long spins) {
    for (long left = spins; left > 0; left--) {
      Thread.onSpinWait();
    }
  }

  /** Tells which side came first. */
  void firstCameFirst(boolean isFirst) {
    first += isFirst ? 1 : 0;
    second += isFirst ? 0 : 1;
    step = isFirst == lastWasFirst ? Math.min(2 * step, LONGEST_STEP) : 1;
    lead = Math.clamp(lead + (isFirst ? step : -step), -LONGEST_LEAD, LONGEST_LEAD);
    lastWasFirst = isFirst;
  }

  /** How often the side came first that did so less often. */
  int closeness() {
    return Math.min(first, second);
  }
}
