package dev.heddle.stub;

import io.netty.util.concurrent.Future;
import java.util.Optional;

/**
 * A request that waits for its time, or for the answers before it. Used on its connection's event
 * loop only.
 */
final class Exchange {

  private final Prepared request;
  private final long dueNanos;
  private Optional<Future<?>> timer = Optional.empty();
  private boolean ready;

  Exchange(Prepared request, long readAtNanos) {
    this.request = request;
    this.dueNanos = readAtNanos + request.delayNanos();
    this.ready = request.delayNanos() == 0;
  }

  Prepared request() {
    return request;
  }

  boolean isReady() {
    return ready;
  }

  /** Nanoseconds until its time; zero or less once that has come. */
  long remainingNanos() {
    return dueNanos - System.nanoTime();
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
