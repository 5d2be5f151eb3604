package dev.heddle.stub;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gives each request a connection, now or as soon as one is free. Confined to the event loop. */
final class LoadPool {

  private record Arrival(int target, long intended) {}

  private final LoadOptions options;
  private final LoadTargets targets;
  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final Set<LoadConnection> open = new LinkedHashSet<>();
  // The last to be freed is used first; those that have closed meanwhile are passed over.
  private final ArrayDeque<LoadConnection> free = new ArrayDeque<>();
  private final ArrayDeque<Arrival> held = new ArrayDeque<>();
  private LoadTally tally;
  private long key;

  LoadPool(LoadOptions options, LoadTargets targets, EventLoop loop, Bootstrap bootstrap) {
    this.options = options;
    this.targets = targets;
    this.loop = loop;
    this.bootstrap = bootstrap;
    this.tally = new LoadTally(targets);
  }

  /** Counts from now on in another tally. */
  void countIn(LoadTally next) {
    tally = next;
  }

  LoadTally tally() {
    return tally;
  }

  ByteBuf request(int target, ByteBufAllocator buffers) {
    return options.keyed()
        ? targets.get(target).request(key++, buffers)
        : targets.get(target).request();
  }

  void arrive(int target, long intended) {
    if (!held.isEmpty() || !place(target, intended)) {
      tally.heldBack();
      held.add(new Arrival(target, intended));
    }
  }

  /** A connection has no request any more and may carry another. */
  void release(LoadConnection connection) {
    Arrival next = held.poll();
    if (next == null) {
      free.addLast(connection);
    } else {
      connection.send(next.target(), next.intended());
    }
  }

  /** A connection has closed, or was never open. */
  void gone(LoadConnection connection) {
    open.remove(connection);
    if (!held.isEmpty()) {
      // Not at once: an attempt to connect may fail at once too, and so nest without end.
      loop.execute(this::placeHeld);
    }
  }

  boolean isIdle() {
    return held.isEmpty() && open.stream().noneMatch(LoadConnection::isBusy);
  }

  void expire(long now) {
    List.copyOf(open).forEach(connection -> connection.expire(now, options.timeoutNanos()));
  }

  /** Forgets the requests that still have no connection, and tells how many there were. */
  int dropHeld() {
    int dropped = held.size();
    held.clear();
    return dropped;
  }

  void close() {
    held.clear();
    List.copyOf(open).forEach(LoadConnection::close);
  }

  private void placeHeld() {
    Arrival next = held.peek();
    if (next != null && place(next.target(), next.intended())) {
      held.remove();
    }
  }

  private boolean place(int target, long intended) {
    LoadConnection connection = free.pollLast();
    while (connection != null && !connection.isUsable()) {
      connection = free.pollLast();
    }
    if (connection != null) {
      connection.send(target, intended);
      return true;
    }
    if (open.size() == options.connections()) {
      return false;
    }
    connect(target, intended);
    return true;
  }

  private void connect(int target, long intended) {
    var connection = new LoadConnection(this, target, intended);
    open.add(connection);
    bootstrap
        .clone()
        .handler(connection)
        .connect(options.host(), options.port())
        .addListener(attempt -> connection.connected((ChannelFuture) attempt));
  }
}
