package dev.heddle.http;

import dev.heddle.plan.Response;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ConnectTimeoutException;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** A connection as the one handler of its pipeline. Confined to its event loop. */
final class NettyConnection extends ChannelInboundHandlerAdapter {

  private final NettyLoop loop;
  private final NettyPool pool;
  private final Address address;
  private final ResponseParser parser;
  private @Nullable Channel channel;
  private @Nullable NettyExchange exchange;
  private @Nullable Throwable verdict;
  private @Nullable Throwable breakage;
  private boolean connected;
  private boolean reused;
  private boolean over;
  private long deadline;

  NettyConnection(NettyLoop loop, NettyPool pool, Address address) {
    this.loop = loop;
    this.pool = pool;
    this.address = address;
    this.parser = new ResponseParser(address, loop.policy().bodyLimit());
  }

  /** Connects, then carries {@code first}. */
  void connect(Bootstrap bootstrap, NettyExchange first) {
    exchange = first;
    first.carriedBy(this);
    if (address.isLiteral()) {
      resolve(bootstrap);
    } else {
      // A look-up blocks, which an event loop must not.
      Thread.ofVirtual().name("heddle-resolver").start(() -> resolve(bootstrap));
    }
  }

  private void resolve(Bootstrap bootstrap) {
    try {
      InetSocketAddress resolved = address.resolve();
      loop.run(() -> connect(bootstrap, resolved));
    } catch (UnknownHostException e) {
      loop.run(() -> end(e));
    }
  }

  private void connect(Bootstrap bootstrap, InetSocketAddress resolved) {
    if (over) {
      return;
    }
    ChannelFuture connecting = bootstrap.connect(resolved);
    if (connecting.cause() != null) {
      // There is no channel to close. Not at once: a listener that tries again would nest.
      loop.runLater(() -> end(connectFailure(connecting.cause())));
      return;
    }
    channel = connecting.channel();
    channel.closeFuture().addListener(future -> closed());
    // A channel that no loop took tells of it on a thread of Netty's own.
    connecting.addListener(future -> loop.run(() -> connectEnded(future)));
  }

  private void connectEnded(Future<?> connecting) {
    if (connecting.isSuccess()) {
      writeFirst();
    } else if (verdict == null) {
      // With a verdict, the exchange ends when the channel is closed, which is just after this.
      end(connectFailure(connecting.cause()));
    }
  }

  private void writeFirst() {
    connected = true;
    if (exchange != null) {
      write(exchange);
    }
  }

  /** Carries another exchange over the open connection. */
  void carry(NettyExchange next) {
    exchange = next;
    next.carriedBy(this);
    reused = true;
    write(next);
  }

  /** Closes the connection; its exchange, if any, ends with that cause. */
  void abort(Throwable cause) {
    if (verdict == null) {
      verdict = cause;
    }
    if (channel == null) {
      end(verdict);
    } else {
      close();
    }
  }

  void close() {
    if (channel != null) {
      var _ = channel.close();
    }
  }

  /**
   * Closes the connection if its exchange is overdue.
   *
   * @return nanoseconds until its deadline; {@link Long#MAX_VALUE} if it has none any more
   */
  long expireAt(long now) {
    if (exchange == null || !connected || verdict != null) {
      return Long.MAX_VALUE;
    }
    long left = deadline - now;
    if (left > 0) {
      return left;
    }
    abort(ExchangeErrors.responseTimedOut(address, loop.policy()));
    return Long.MAX_VALUE;
  }

  private void write(NettyExchange next) {
    parser.begin(next.wire().isHead());
    deadline = loop.deadlines().fromNow();
    if (channel != null) {
      var _ = channel.writeAndFlush(loop.encoded(next.wire()), channel.voidPromise());
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      byte[] scratch = loop.scratch();
      while (bytes.isReadable() && verdict == null) {
        int count = Math.min(bytes.readableBytes(), scratch.length);
        bytes.readBytes(scratch, 0, count);
        accept(scratch, count, bytes.isReadable());
      }
    } catch (IOException e) {
      abort(e);
    } finally {
      bytes.release();
    }
  }

  private void accept(byte[] bytes, int count, boolean moreFollows) throws IOException {
    if (exchange == null) {
      close();
      return;
    }
    int taken = parser.accept(bytes, 0, count);
    if (parser.isComplete()) {
      complete(exchange, parser.isReusable() && taken == count && !moreFollows);
    }
  }

  private void complete(NettyExchange done, boolean reusable) {
    Response response = parser.take();
    exchange = null;
    // First the connection, so that what the listener sends next finds it.
    if (reusable) {
      pool.giveBack(this);
    } else {
      close();
    }
    done.succeed(response);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    breakage = cause;
    close();
  }

  private void closed() {
    if (connected || verdict != null) {
      end(verdict == null ? breakage : verdict);
    }
  }

  private Throwable connectFailure(Throwable cause) {
    return cause instanceof ConnectTimeoutException
        ? ExchangeErrors.connectTimedOut(address, loop.policy())
        : ExchangeErrors.connectFailed(address, cause);
  }

  private void end(@Nullable Throwable cause) {
    if (over) {
      return;
    }
    over = true;
    loop.deadlines().remove(this);
    NettyExchange interrupted = exchange;
    exchange = null;
    if (interrupted != null && isStale() && interrupted.tryRepeat()) {
      pool.reconnect(interrupted);
      return;
    }
    pool.closed(this);
    if (interrupted != null) {
      finish(interrupted, cause);
    }
  }

  private boolean isStale() {
    return reused && verdict == null && !parser.hasBegun();
  }

  private void finish(NettyExchange interrupted, @Nullable Throwable cause) {
    if (cause != null) {
      interrupted.fail(cause == breakage ? ExchangeErrors.broken(address, cause) : cause);
      return;
    }
    try {
      parser.endOfInput();
    } catch (IOException e) {
      interrupted.fail(e);
      return;
    }
    interrupted.succeed(parser.take());
  }
}
