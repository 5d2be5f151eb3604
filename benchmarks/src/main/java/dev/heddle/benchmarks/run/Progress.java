package dev.heddle.benchmarks.run;

import java.time.Duration;

/** Is told how a run gets on. */
public interface Progress extends AutoCloseable {

  /** A fork begins. */
  void started(Fork fork);

  /**
   * A fork ended.
   *
   * @param done forks that have ended, those of an interrupted run before this one included
   * @param total all forks of the run
   * @param left the time that the rest is expected to take
   */
  void ended(Fork fork, ForkOutcome outcome, int done, int total, Duration left);

  /** The run is over: a terminal gets its last line back. */
  @Override
  void close();
}
