package dev.heddle.stub;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers one route's requests from 0, in the order in which they arrive, so that the K-th is
 * treated alike in each run. A request that brings a number of its own ({@code key=K}) is treated
 * as the K-th whatever came before it. Thread-safe.
 */
final class Numbers {

  /** Stands for a request without a number of its own. */
  static final long NONE = -1;

  private final AtomicLong next = new AtomicLong();

  long of(long key) {
    return key == NONE ? next.getAndIncrement() : key;
  }

  void startAgain() {
    next.set(0);
  }
}
