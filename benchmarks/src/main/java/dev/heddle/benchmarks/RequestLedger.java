package dev.heddle.benchmarks;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Holds the requests that a benchmark sent against those that the stub received, iteration by
 * iteration. Nothing else may talk to the stub meanwhile. {@link #sent} may be called from any
 * thread, the rest from one.
 */
final class RequestLedger {

  private final LongSupplier received;
  private final LongAdder sent = new LongAdder();
  private long sentBefore;
  private long receivedBefore;
  private long firstReceived = Long.MAX_VALUE;

  /**
   * Counts against what {@code received} returns: all requests that the stub has received so far.
   */
  RequestLedger(LongSupplier received) {
    this.received = received;
  }

  /** Begins an iteration. */
  void open() {
    sent.reset();
    receivedBefore = received.getAsLong();
    firstReceived = Math.min(firstReceived, receivedBefore);
  }

  /** Notes requests that were sent and answered. */
  void sent(long requests) {
    sent.add(requests);
  }

  /**
   * Ends an iteration.
   *
   * @throws IllegalStateException with both figures, if they differ
   */
  void close() {
    long expected = sent.sum();
    long actual = received.getAsLong() - receivedBefore;
    if (expected != actual) {
      throw new IllegalStateException(
          "The benchmark sent %d requests in this iteration but the stub received %d (%+d): the iteration is worth nothing. Does something else use the stub?"
              .formatted(expected, actual, actual - expected));
    }
  }

  /**
   * Ends an iteration that cancelled exchanges: not all need have reached the stub, and one may
   * reach it late, after the iteration. So all iterations are held against each other together.
   *
   * @throws IllegalStateException with both figures, if the stub received more than was sent
   */
  void closeWithCancelled() {
    sentBefore += sent.sum();
    long actual = received.getAsLong() - firstReceived;
    if (actual > sentBefore) {
      throw new IllegalStateException(
          "The benchmark sent %d requests so far, some of them cancelled, but the stub received %d: the fork is worth nothing. Does something else use the stub?"
              .formatted(sentBefore, actual));
    }
  }
}
