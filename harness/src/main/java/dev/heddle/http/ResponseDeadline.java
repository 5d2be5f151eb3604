package dev.heddle.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * When the answer to the exchange under way on a connection is overdue. The thread that uses the
 * connection arms and disarms it; any thread may look.
 */
final class ResponseDeadline {

  private static final long NONE = Long.MAX_VALUE;
  private static final long EXPIRED = Long.MIN_VALUE;

  private final long timeoutNanos;
  private final long origin = System.nanoTime();
  private final AtomicLong deadline = new AtomicLong(NONE);

  ResponseDeadline(ExchangePolicy policy) {
    this.timeoutNanos = policy.responseTimeout().toNanos();
  }

  /** The exchange begins at {@code now}. */
  void arm(long now) {
    deadline.set(now - origin + timeoutNanos);
  }

  /** The exchange has ended. */
  void disarm() {
    long armed = deadline.get();
    if (armed != EXPIRED) {
      deadline.compareAndSet(armed, NONE);
    }
  }

  /** Whether an exchange was overdue; the connection is closed then, or about to be. */
  boolean hasExpired() {
    return deadline.get() == EXPIRED;
  }

  /** What {@link Expiring#expireAt} asks for, where {@code close} closes the connection. */
  long expireAt(long now, Runnable close) {
    long armed = deadline.get();
    if (armed == NONE || armed == EXPIRED) {
      return NONE;
    }
    long left = armed - (now - origin);
    if (left > 0) {
      return left;
    }
    if (deadline.compareAndSet(armed, EXPIRED)) {
      close.run();
    }
    return NONE;
  }
}
