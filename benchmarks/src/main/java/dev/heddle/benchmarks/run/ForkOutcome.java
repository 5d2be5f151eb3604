package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a fork ended. */
public sealed interface ForkOutcome {

  /**
   * It measured its cell.
   *
   * @param result the entry of JMH's JSON, with one row of raw data
   */
  record Measured(ObjectNode result) implements ForkOutcome {}

  /**
   * It did not.
   *
   * @param reason one sentence
   * @param output what it printed last
   */
  record Failed(String reason, String output) implements ForkOutcome {}
}
