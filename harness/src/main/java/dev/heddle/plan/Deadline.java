package dev.heddle.plan;

/** The deadline of a {@link Timeout}, as its block and whoever is given it see it. */
public interface Deadline {

  /**
   * Whether the deadline has cancelled the block, be it that the block swallowed that. False for
   * good if the block ended before it noticed.
   */
  boolean expired();
}
