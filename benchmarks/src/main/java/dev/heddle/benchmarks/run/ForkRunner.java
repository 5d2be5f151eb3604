package dev.heddle.benchmarks.run;

/** Runs one fork after the other. */
public interface ForkRunner {

  /** Runs a fork to its end. It is never left running, however this returns. */
  ForkOutcome run(Fork fork);

  /** Ends the fork under way, from any thread, and lets no other begin. */
  void stop();
}
