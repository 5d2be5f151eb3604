package dev.heddle.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges of one event loop at their deadlines, with one timer.
 *
 * <p>All exchanges of a client have the same timeout, so none that begins after a look at all
 * connections can be due before the next one, at the earliest deadline seen: an exchange costs no
 * timer of its own.
 */
final class NettyDeadlines {

  private final EventLoop loop;
  private final long timeoutNanos;
  private final Set<NettyConnection> connections = new LinkedHashSet<>();
  private @Nullable Future<?> timer;

  NettyDeadlines(EventLoop loop, long timeoutNanos) {
    this.loop = loop;
    this.timeoutNanos = timeoutNanos;
  }

  void add(NettyConnection connection) {
    connections.add(connection);
  }

  void remove(NettyConnection connection) {
    connections.remove(connection);
  }

  /**
   * The moment, as {@link System#nanoTime} counts, at which an exchange that begins now is overdue.
   */
  long fromNow() {
    if (timer == null) {
      schedule(timeoutNanos);
    }
    return System.nanoTime() + timeoutNanos;
  }

  /** Ends the timer and all connections. */
  void close() {
    if (timer != null) {
      timer.cancel(false);
    }
    List.copyOf(connections).forEach(connection -> connection.abort(ExchangeErrors.clientClosed()));
  }

  private void schedule(long nanos) {
    timer = loop.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    timer = null;
    long now = System.nanoTime();
    long earliest = Long.MAX_VALUE;
    for (NettyConnection connection : List.copyOf(connections)) {
      earliest = Math.min(earliest, connection.expireAt(now));
    }
    if (earliest != Long.MAX_VALUE && timer == null) {
      schedule(Math.max(1, earliest));
    }
  }
}
