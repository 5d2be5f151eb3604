package dev.heddle.http;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends exchanges over blocking sockets at their deadlines, from one thread.
 *
 * <p>{@code SO_TIMEOUT} limits one read, not a response, and costs a platform thread two more
 * system calls a read, a virtual one a timer. All exchanges of a client have the same timeout, so
 * none that begins after a look at all connections can be due before the next one, at the earliest
 * deadline seen: under load there is one look per timeout.
 */
final class DeadlineWatch {

  private final Collection<? extends Expiring> connections;
  private final long timeoutNanos;
  private final Thread thread;
  private volatile boolean stopped;

  DeadlineWatch(Collection<? extends Expiring> connections, long timeoutNanos) {
    this.connections = connections;
    this.timeoutNanos = timeoutNanos;
    this.thread = Thread.ofPlatform().daemon().name("heddle-deadlines").start(this::watch);
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!stopped) {
      long now = System.nanoTime();
      long wait = timeoutNanos;
      for (Expiring connection : connections) {
        wait = Math.min(wait, connection.expireAt(now));
      }
      LockSupport.parkNanos(this, Math.max(1, wait));
    }
  }
}
