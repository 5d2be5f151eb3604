package dev.heddle.stub;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How long one connection may stay silent, and how long one request may take to arrive. A single
 * timer looks at the time of the last bytes, so that a busy connection costs none for each request.
 * Used on the connection's event loop only.
 */
final class Patience {

  /** Told when patience ends. */
  interface Listener {

    /** Nothing was heard for the idle time, and nothing is left to answer. */
    void idle();

    /** A request began and did not end in its time. */
    void tooSlow();

    /** Whether the silence is ours: the client waits for an answer. */
    boolean isBusy();
  }

  private final Channel channel;
  private final long idleNanos;
  private final long requestNanos;
  private final Listener listener;
  private long heardNanos = System.nanoTime();
  private long begunNanos;
  private boolean insideRequest;
  private Optional<Future<?>> timer = Optional.empty();

  Patience(Channel channel, StubLimits limits, Listener listener) {
    this.channel = channel;
    this.idleNanos = limits.idle().toNanos();
    this.requestNanos = limits.request().toNanos();
    this.listener = listener;
  }

  void start() {
    lookAgainIn(Math.min(idleNanos, requestNanos));
  }

  void stop() {
    timer.ifPresent(future -> future.cancel(false));
  }

  /** Something was heard, or answered. */
  void heard(long nowNanos) {
    heardNanos = nowNanos;
  }

  /** Whether a request has begun of which more is to come. */
  void isInsideRequest(boolean inside, long nowNanos) {
    if (inside && !insideRequest) {
      begunNanos = nowNanos;
    }
    insideRequest = inside;
  }

  private void look() {
    long now = System.nanoTime();
    if (listener.isBusy()) {
      heardNanos = now;
      begunNanos = now;
    }
    long requestLeft = insideRequest ? begunNanos + requestNanos - now : requestNanos;
    long idleLeft = heardNanos + idleNanos - now;
    if (requestLeft <= 0) {
      listener.tooSlow();
    } else if (idleLeft <= 0) {
      listener.idle();
    } else {
      lookAgainIn(Math.min(requestLeft, idleLeft));
    }
  }

  private void lookAgainIn(long nanos) {
    timer = Optional.of(channel.eventLoop().schedule(this::look, nanos, TimeUnit.NANOSECONDS));
  }
}
