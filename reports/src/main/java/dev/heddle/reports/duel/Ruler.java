package dev.heddle.reports.duel;

/**
 * Work that never changes and has nothing to do with what is measured: what its time changes by,
 * the machine did. One thread uses it.
 */
interface Ruler extends AutoCloseable {

  /**
   * A reading.
   *
   * @param cpuMicros a fixed amount of CPU, some milliseconds
   * @param handOffMicros to another thread that sleeps, and back
   */
  record Reading(double cpuMicros, double handOffMicros) {}

  /** Reads it. */
  Reading read();

  @Override
  void close();
}
