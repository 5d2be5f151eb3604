package dev.heddle.reports.duel;

import java.util.function.DoubleSupplier;

/**
 * A machine that is as a test wants it, so that no test of a duel depends on the one it runs on.
 */
record MadeUpRuler(DoubleSupplier cpuMicros) implements Ruler {

  /** A machine that is always the same. */
  MadeUpRuler() {
    this(() -> 1000);
  }

  @Override
  public Reading read() {
    return new Reading(cpuMicros.getAsDouble(), 10);
  }

  @Override
  public void close() {}
}
