package dev.heddle.stub;

/**
 * The stub's books. Thread-safe; a snapshot is consistent whatever the event loops do meanwhile.
 * One uncontended lock costs less than the several atomics that a consistent snapshot would need.
 */
final class Counters {

  private long accepted;
  private long open;
  private long received;
  private long completed;
  private long aborted;
  private long highestInFlight;
  private int period;

  /** Counts a connection, and tells the period (from reset to reset) in which it was counted. */
  synchronized int connectionOpened() {
    accepted++;
    open++;
    return period;
  }

  synchronized void connectionClosed() {
    open--;
  }

  /** Takes back a connection that turns out to ask for the statistics only. */
  synchronized void connectionOnlyObserves(int openedInPeriod) {
    if (openedInPeriod == period) {
      accepted--;
    }
    open--;
  }

  synchronized void requestReceived() {
    received++;
    highestInFlight = Math.max(highestInFlight, inFlight());
  }

  synchronized void requestCompleted() {
    completed++;
  }

  synchronized void requestAborted() {
    aborted++;
  }

  synchronized void reset() {
    period++;
    long carriedOver = inFlight();
    accepted = 0;
    received = carriedOver;
    completed = 0;
    aborted = 0;
    highestInFlight = carriedOver;
  }

  synchronized StubStats snapshot() {
    return new StubStats(accepted, open, received, completed, aborted, inFlight(), highestInFlight);
  }

  private long inFlight() {
    return received - completed - aborted;
  }
}
