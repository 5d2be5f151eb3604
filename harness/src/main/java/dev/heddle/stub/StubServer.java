package dev.heddle.stub;

import dev.heddle.stub.latency.EmpiricalSources;
import dev.heddle.stub.latency.InvalidLatencyException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The stub in this JVM. Its event loops are daemon threads. Thread-safe.
 *
 * <p>Answers carry no {@code Date}: they are made once and sent as they are.
 */
public final class StubServer implements AutoCloseable {

  private static final int BACKLOG = 4096;
  private static final int CLOSE_SECONDS = 5;

  private final EventLoopGroup loops;
  private final Channel listener;
  private final InetAddress asked;
  private final Books books;

  private StubServer(EventLoopGroup loops, Channel listener, InetAddress asked, Books books) {
    this.loops = loops;
    this.listener = listener;
    this.asked = asked;
    this.books = books;
  }

  /**
   * Starts to listen; the server answers when this returns.
   *
   * @throws IOException if the address cannot be listened on, or a file of latencies not be read;
   *     the message names it and what to do
   * @throws IllegalArgumentException if the transport is not available here, or a file of latencies
   *     says something else
   */
  public static StubServer start(StubOptions options) throws IOException {
    InetSocketAddress address = new InetSocketAddress(options.bind(), options.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(
          "cannot resolve '%s'; give an address of this machine".formatted(options.bind()));
    }
    requireAvailable(options.transport());
    Books books = new Books();
    Routes routes = Routes.standard(books, options.seed(), empirical(options.empirical()));
    EventLoopGroup loops = EventLoops.open(options.threads(), options.transport());
    ChannelFuture bound =
        bootstrap(loops, routes, books, options).bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var _ = loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException(
          "cannot listen on %s port %d: %s; choose another port, or 0 for a free one"
              .formatted(options.bind(), options.port(), reason(bound.cause())),
          bound.cause());
    }
    loops.forEach(loop -> LoopLag.watch((EventLoop) loop, books));
    return new StubServer(loops, bound.channel(), address.getAddress(), books);
  }

  /** Where it listens, with the port that it got: {@code http://127.0.0.1:40123}. */
  public URI address() {
    String host = asked.getHostAddress();
    String inUri = host.contains(":") ? "[" + host + "]" : host;
    return URI.create(
        "http://" + inUri + ":" + ((InetSocketAddress) listener.localAddress()).getPort());
  }

  /** Whether only this machine can reach it. */
  public boolean isLoopback() {
    return asked.isLoopbackAddress();
  }

  /** What it has counted; consistent in itself. */
  public StubStats stats() {
    return books.snapshot();
  }

  /** Starts the counts again. Requests in flight are carried over. */
  public void resetStats() {
    books.reset();
  }

  /** Returns when the server is closed, by whomever. */
  public void awaitClose() throws InterruptedException {
    listener.closeFuture().await();
  }

  /**
   * Stops listening and closes every connection; what was in flight there ends unanswered.
   * Idempotent.
   */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    loops
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  /** The system's own words, without the name of the call before them. */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
  }

  private static void requireAvailable(StubTransport transport) {
    transport
        .unavailability()
        .ifPresent(
            cause -> {
              throw new IllegalArgumentException(
                  "transport %s is not available here: %s; available: %s"
                      .formatted(
                          transport.commandLineName(),
                          reason(cause),
                          StubTransport.available().commandLineName()),
                  cause);
            });
  }

  private static EmpiricalSources empirical(List<Path> files) throws IOException {
    try {
      return EmpiricalSources.load(files);
    } catch (InvalidLatencyException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static ServerBootstrap bootstrap(
      EventLoopGroup loops, Routes routes, Books books, StubOptions options) {
    StubLimits limits = options.limits();
    BodyBudget bodies = new BodyBudget();
    ConnectionLimit limit = new ConnectionLimit(limits.connections(), books);
    return new ServerBootstrap()
        .group(loops)
        .channel(options.transport().channelType())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                if (limit.admits(channel)) {
                  channel
                      .pipeline()
                      .addLast(new Connection(channel, routes, bodies, books, limits));
                }
              }
            });
  }
}
