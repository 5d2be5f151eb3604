package dev.heddle.http;

import dev.heddle.plan.Request;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Lean HTTP/1.1 on Netty's event loops, with a keep-alive pool for each loop. A connection that the
 * server has closed meanwhile is replaced once, for GET and HEAD, if no byte of the answer came.
 *
 * <p>An exchange begun on one of the loops stays on it and its listener is told there; begun
 * elsewhere, it goes to the loops in turn. The connection limit holds over all loops; who waits is
 * served in order within a loop, and loops that wait are brought to equal shares.
 */
public final class NettyClient implements AsyncClient {

  private final ExchangePolicy policy;
  private final NettyLoop[] loops;
  private final EventLoopGroup group;
  private final boolean ownsLoops;
  private final WireRequests requests = new WireRequests();
  private final ConcurrentHashMap<Address, ConnectionBudget> budgets = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean closed;

  /**
   * A client on event loops of its own, daemon threads that end with it.
   *
   * @param loops how many; at least one
   */
  public static NettyClient onOwnLoops(int loops, ExchangePolicy policy) {
    return new NettyClient(NettyIo.newGroup(loops), true, policy);
  }

  /** A client on the given event loops, of epoll or NIO, which outlive it. */
  public static NettyClient on(EventLoopGroup group, ExchangePolicy policy) {
    return new NettyClient(group, false, policy);
  }

  private NettyClient(EventLoopGroup group, boolean ownsLoops, ExchangePolicy policy) {
    this.group = group;
    this.ownsLoops = ownsLoops;
    this.policy = policy;
    Class<? extends SocketChannel> channel = NettyIo.channelFor(group);
    List<NettyLoop> all = new ArrayList<>();
    for (EventExecutor executor : group) {
      all.add(new NettyLoop(this, (EventLoop) executor, channel));
    }
    this.loops = all.toArray(NettyLoop[]::new);
  }

  @Override
  public InFlight send(Request request, Listener listener) {
    NettyLoop current = current();
    NettyLoop loop = current == null ? next() : current;
    WireRequest wire;
    try {
      wire = requests.of(request);
    } catch (IllegalArgumentException e) {
      Telling.failed(listener, e);
      return () -> {};
    }
    var exchange = new NettyExchange(loop, wire, listener);
    inFlight.incrementAndGet();
    if (current == null) {
      hand(exchange, loop);
    } else {
      exchange.run();
    }
    return exchange;
  }

  @Override
  public int inFlight() {
    return inFlight.get();
  }

  @Override
  public void close() {
    closed = true;
    boolean outside = current() == null;
    for (NettyLoop loop : loops) {
      if (!loop.executor().isShuttingDown()) {
        Future<?> closing = loop.executor().submit(loop::close);
        if (outside) {
          closing.awaitUninterruptibly();
        }
      }
    }
    if (ownsLoops) {
      Future<?> ending = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      if (outside) {
        ending.awaitUninterruptibly();
      }
    }
  }

  ExchangePolicy policy() {
    return policy;
  }

  boolean isClosed() {
    return closed;
  }

  ConnectionBudget budget(Address address) {
    return budgets.computeIfAbsent(address, key -> new ConnectionBudget(policy.connectionLimit()));
  }

  void ended() {
    inFlight.decrementAndGet();
  }

  private static void hand(NettyExchange exchange, NettyLoop loop) {
    try {
      loop.executor().execute(exchange);
    } catch (RejectedExecutionException e) {
      exchange.fail(ExchangeErrors.clientClosed());
    }
  }

  private @Nullable NettyLoop current() {
    for (NettyLoop loop : loops) {
      if (loop.executor().inEventLoop()) {
        return loop;
      }
    }
    return null;
  }

  private NettyLoop next() {
    return loops[Math.floorMod(turn.getAndIncrement(), loops.length)];
  }
}
