package dev.heddle.stub;

/**
 * The figures of a stub's statistics that tests state in full.
 *
 * @param accepted connections
 * @param open connections
 */
public record Counts(
    long accepted,
    long open,
    long received,
    long completed,
    long aborted,
    long inFlight,
    long highestInFlight) {

  /** Those of some statistics. */
  public static Counts of(StubStats stats) {
    return new Counts(
        stats.acceptedConnections(),
        stats.openConnections(),
        stats.received(),
        stats.completed(),
        stats.abortedByClient(),
        stats.inFlight(),
        stats.highestInFlight());
  }
}
