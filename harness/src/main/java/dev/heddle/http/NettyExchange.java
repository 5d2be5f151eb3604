package dev.heddle.http;

import dev.heddle.plan.Response;
import org.jspecify.annotations.Nullable;

/** One exchange, confined to its event loop but for {@link #cancel}. */
final class NettyExchange implements AsyncClient.InFlight, Runnable {

  private final NettyLoop loop;
  private final WireRequest wire;
  private final AsyncClient.Listener listener;
  private @Nullable NettyPool pool;
  private @Nullable NettyConnection connection;
  private boolean repeated;
  private boolean ended;

  NettyExchange(NettyLoop loop, WireRequest wire, AsyncClient.Listener listener) {
    this.loop = loop;
    this.wire = wire;
    this.listener = listener;
  }

  WireRequest wire() {
    return wire;
  }

  /** Begins the exchange, in its loop. */
  @Override
  public void run() {
    if (ended) {
      return;
    }
    if (loop.isClosed()) {
      fail(ExchangeErrors.clientClosed());
      return;
    }
    NettyPool chosen = loop.pool(wire.address());
    pool = chosen;
    chosen.start(this);
  }

  void carriedBy(NettyConnection carrier) {
    connection = carrier;
  }

  /** Whether the exchange may be tried again; true once. */
  boolean tryRepeat() {
    boolean may = wire.isRepeatable() && !repeated;
    repeated = true;
    return may;
  }

  void succeed(Response response) {
    if (end()) {
      try {
        ExchangeErrors.accepted(wire.request(), response, loop.policy());
      } catch (UnexpectedStatusException e) {
        Telling.failed(listener, e);
        return;
      }
      Telling.succeeded(listener, response);
    }
  }

  void fail(Throwable cause) {
    if (end()) {
      Telling.failed(listener, cause);
    }
  }

  @Override
  public void cancel() {
    loop.run(this::cancelInLoop);
  }

  private void cancelInLoop() {
    if (ended) {
      return;
    }
    if (connection != null) {
      connection.abort(ExchangeErrors.cancelled(wire.request()));
      return;
    }
    if (pool != null) {
      pool.forget(this);
    }
    fail(ExchangeErrors.cancelled(wire.request()));
  }

  private boolean end() {
    if (ended) {
      return false;
    }
    ended = true;
    connection = null;
    loop.ended();
    return true;
  }
}
