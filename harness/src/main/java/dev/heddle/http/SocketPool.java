package dev.heddle.http;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one address: the one used last is taken first, and the limit is waited for in
 * order.
 */
final class SocketPool {

  private final Address address;
  private final ExchangePolicy policy;
  private final Set<SocketConnection> open;
  private final ConnectionTurns turns;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<SocketConnection> idle = new ArrayDeque<>();
  private volatile boolean closed;

  /** A pool that adds its connections to {@code open} while they are open. */
  SocketPool(Address address, ExchangePolicy policy, Set<SocketConnection> open) {
    this.address = address;
    this.policy = policy;
    this.open = open;
    this.turns = new ConnectionTurns(policy.connectionLimit());
  }

  /** Waits for the right to one connection, given back by {@link #release}. */
  void acquire() throws InterruptedException {
    turns.acquire();
  }

  void release() {
    turns.release();
  }

  /** A connection that is idle, or else one not yet connected. */
  SocketConnection take() throws IOException {
    SocketConnection connection = takeIdle();
    while (connection != null && !connection.isQuiet()) {
      discard(connection);
      connection = takeIdle();
    }
    return connection == null ? create() : connection;
  }

  SocketConnection create() throws IOException {
    SocketConnection connection = new SocketConnection(address, policy);
    open.add(connection);
    if (closed) {
      discard(connection);
      throw ExchangeErrors.clientClosed();
    }
    return connection;
  }

  /**
   * Takes a usable connection back. The permit is released after that, or the limit would not hold.
   */
  void giveBack(SocketConnection connection) {
    lock.lock();
    try {
      idle.addLast(connection);
    } finally {
      lock.unlock();
    }
    if (closed) {
      discard(connection);
    }
  }

  void discard(SocketConnection connection) {
    open.remove(connection);
    connection.close();
  }

  boolean isClosed() {
    return closed;
  }

  /** Wakes whoever waits; the owner of the open connections closes them. */
  void close() {
    closed = true;
    turns.close();
  }

  private @Nullable SocketConnection takeIdle() {
    lock.lock();
    try {
      return idle.pollLast();
    } finally {
      lock.unlock();
    }
  }
}
