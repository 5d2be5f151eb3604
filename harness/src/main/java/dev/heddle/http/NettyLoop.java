package dev.heddle.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link NettyClient} keeps for one event loop, confined to it where nothing else is said.
 */
final class NettyLoop {

  private static final int SCRATCH_SIZE = 64 << 10;

  private final NettyClient client;
  private final EventLoop loop;
  private final Bootstrap bootstrap;
  private final NettyDeadlines deadlines;
  private final Map<Address, NettyPool> pools = new HashMap<>();
  private final byte[] scratch = new byte[SCRATCH_SIZE];
  private @Nullable WireRequest lastRequest;
  private ByteBuf lastEncoded = Unpooled.EMPTY_BUFFER;

  NettyLoop(NettyClient client, EventLoop loop, Class<? extends SocketChannel> channel) {
    this.client = client;
    this.loop = loop;
    this.deadlines = new NettyDeadlines(loop, client.policy().responseTimeout().toNanos());
    long connectMillis = client.policy().connectTimeout().toMillis();
    this.bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(channel)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.clamp(connectMillis, 1, Integer.MAX_VALUE));
  }

  /** For any thread. */
  EventExecutor executor() {
    return loop;
  }

  /** Runs the action in the loop, at once if this is it. For any thread. */
  void run(Runnable action) {
    if (loop.inEventLoop()) {
      action.run();
    } else {
      runLater(action);
    }
  }

  /** Runs the action in a later turn of the loop. For any thread. */
  void runLater(Runnable action) {
    try {
      loop.execute(action);
    } catch (RejectedExecutionException e) {
      // The loop has ended, and with it every connection and exchange.
      return;
    }
  }

  ExchangePolicy policy() {
    return client.policy();
  }

  boolean isClosed() {
    return client.isClosed();
  }

  /** Where bytes that have come are put to be read; free for use until the reader returns. */
  byte[] scratch() {
    return scratch;
  }

  NettyDeadlines deadlines() {
    return deadlines;
  }

  NettyPool pool(Address address) {
    NettyPool known = pools.get(address);
    return known == null
        ? pools.computeIfAbsent(address, key -> new NettyPool(this, key, client.budget(key)))
        : known;
  }

  void connect(NettyPool pool, Address address, NettyExchange exchange) {
    var connection = new NettyConnection(this, pool, address);
    deadlines.add(connection);
    connection.connect(bootstrap.clone().handler(connection), exchange);
  }

  /** The request's bytes, to be written and released. Plans repeat themselves: the last is kept. */
  ByteBuf encoded(WireRequest wire) {
    if (wire != lastRequest) {
      lastEncoded.release();
      lastEncoded = Unpooled.directBuffer(wire.bytes().length).writeBytes(wire.bytes());
      lastRequest = wire;
    }
    return lastEncoded.retainedDuplicate();
  }

  /** An exchange of this loop has ended. For any thread. */
  void ended() {
    client.ended();
  }

  void close() {
    List.copyOf(pools.values()).forEach(NettyPool::failWaiting);
    deadlines.close();
    lastRequest = null;
    lastEncoded.release();
    lastEncoded = Unpooled.EMPTY_BUFFER;
  }
}
