package dev.heddle.stub;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes of bodies that are to be read whole may be under way at once. Thread-safe. */
final class BodyBudget {

  static final long MOST = 64L << 20;

  private final AtomicLong taken = new AtomicLong();

  /** Takes so many bytes; false if there are not as many left. */
  boolean take(long bytes) {
    if (taken.addAndGet(bytes) <= MOST) {
      return true;
    }
    taken.addAndGet(-bytes);
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }
}
