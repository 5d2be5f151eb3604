package dev.heddle.http;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The right to one of the connections to an address, waited for in order by blocking. */
final class ConnectionTurns {

  /** More permits than there can be waiters. */
  private static final int EVERYBODY = 1 << 30;

  private final Semaphore permits;
  private final AtomicBoolean closed = new AtomicBoolean();

  ConnectionTurns(int limit) {
    this.permits = new Semaphore(limit, true);
  }

  /** Waits for the right to one connection, given back by {@link #release}. */
  void acquire() throws InterruptedException {
    permits.acquire();
  }

  void release() {
    permits.release();
  }

  /** Wakes whoever waits, who finds the client closed. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      permits.release(EVERYBODY);
    }
  }
}
