package dev.heddle.http;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limit on connections to one address, shared by the pools of all event loops. A connection
 * cannot change its loop, so a loop that must wait is helped by another that closes one of its own.
 *
 * <p>Who makes a connection idle looks for waiters afterwards, and who begins to wait looks for
 * idle connections afterwards; both through volatile fields, so that one of the two sees the other.
 */
final class ConnectionBudget {

  private final AtomicInteger free;
  private final List<NettyPool> pools = new CopyOnWriteArrayList<>();

  ConnectionBudget(int limit) {
    this.free = new AtomicInteger(limit);
  }

  void join(NettyPool pool) {
    pools.add(pool);
  }

  /** Takes the right to one connection, if one is left. */
  boolean tryTake() {
    int left = free.get();
    while (left > 0) {
      if (free.compareAndSet(left, left - 1)) {
        return true;
      }
      left = free.get();
    }
    return false;
  }

  /** Gives the right to one connection back. */
  void release() {
    free.incrementAndGet();
    tellPoorest();
  }

  /** Tells the waiting loop that has the fewest connections of a right that is free, if one is. */
  void tellPoorest() {
    if (free.get() == 0) {
      return;
    }
    pools.stream()
        .filter(pool -> pool.waitingCount() > 0)
        .min(Comparator.comparingInt(NettyPool::openCount))
        .ifPresent(NettyPool::serveSoon);
  }

  /** Asks every other loop to give up an idle connection. */
  void requestIdle(NettyPool asking) {
    for (NettyPool pool : pools) {
      if (pool != asking && pool.idleCount() > 0) {
        pool.surrenderSoon();
      }
    }
  }

  /** Whether another loop waits that has fewer than {@code connections} less one. */
  boolean isPoorerWaiting(NettyPool asking, int connections) {
    for (NettyPool pool : pools) {
      if (pool != asking && pool.waitingCount() > 0 && pool.openCount() < connections - 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether any other loop waits. */
  boolean isAnyWaiting(NettyPool asking) {
    return isPoorerWaiting(asking, Integer.MAX_VALUE);
  }
}
