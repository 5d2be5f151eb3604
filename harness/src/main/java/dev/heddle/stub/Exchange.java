package dev.heddle.stub;

import io.netty.util.concurrent.Future;
import java.util.Optional;

/**
 * A request that waits for its time, or for the answers before it. Used on its connection's event
 * loop only.
 */
final class Exchange {

  private final Prepared request;
  private final Ending ending;
  private final long number;
  private final long readAtNanos;
  private final long delayNanos;
  private final long sincePreviousNanos;
  private Optional<Future<?>> timer = Optional.empty();
  private boolean ready;

  Exchange(
      Prepared request,
      Ending ending,
      long number,
      long readAtNanos,
      long delayNanos,
      long sincePreviousNanos) {
    this.request = request;
    this.ending = ending;
    this.number = number;
    this.readAtNanos = readAtNanos;
    this.delayNanos = delayNanos;
    this.sincePreviousNanos = sincePreviousNanos;
    this.ready = delayNanos == 0 && !isStalled();
  }

  Prepared request() {
    return request;
  }

  Ending ending() {
    return ending;
  }

  long number() {
    return number;
  }

  long delayNanos() {
    return delayNanos;
  }

  long sincePreviousNanos() {
    return sincePreviousNanos;
  }

  /** Nanoseconds since the request was read. */
  long elapsedNanos(long nowNanos) {
    return nowNanos - readAtNanos;
  }

  /**
   * Bytes that the answer holds for this request alone; others are shared by all that repeat it.
   */
  long ownBytes() {
    return request.head().matchesNothing() && ending instanceof Ending.Whole whole
        ? whole.answer().length()
        : 0;
  }

  boolean isReady() {
    return ready;
  }

  boolean isStalled() {
    return ending instanceof Ending.Spoiled spoiled && spoiled.fault() instanceof Fault.Stall;
  }

  /** Nanoseconds until its time; zero or less once that has come. */
  long remainingNanos() {
    return readAtNanos + delayNanos - System.nanoTime();
  }

  void timedBy(Future<?> future) {
    timer = Optional.of(future);
  }

  void becomeReady() {
    ready = true;
  }

  void cancelTimer() {
    timer.ifPresent(future -> future.cancel(false));
  }
}
