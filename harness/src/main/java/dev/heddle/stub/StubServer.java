package dev.heddle.stub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;

/**
 * The stub in this JVM. Its event loops are daemon threads. Thread-safe.
 *
 * <p>Answers carry no {@code Date}: they are made once and sent as they are.
 */
public final class StubServer implements AutoCloseable {

  private static final int BACKLOG = 4096;
  private static final int CLOSE_SECONDS = 5;

  private final EventLoops loops;
  private final Channel listener;
  private final InetAddress asked;
  private final Counters counters;

  private StubServer(EventLoops loops, Channel listener, InetAddress asked, Counters counters) {
    this.loops = loops;
    this.listener = listener;
    this.asked = asked;
    this.counters = counters;
  }

  /**
   * Starts to listen; the server answers when this returns.
   *
   * @throws IOException if the address cannot be listened on; the message names it and what to do
   */
  public static StubServer start(StubOptions options) throws IOException {
    InetSocketAddress address = new InetSocketAddress(options.bind(), options.port());
    if (address.isUnresolved()) {
      throw new UnknownHostException(
          "cannot resolve '%s'; give an address of this machine".formatted(options.bind()));
    }
    EventLoops loops = EventLoops.open(options.threads());
    Counters counters = new Counters();
    ChannelFuture bound = bootstrap(loops, counters).bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var _ = loops.group().shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException(
          "cannot listen on %s port %d: %s; choose another port, or 0 for a free one"
              .formatted(options.bind(), options.port(), reason(bound.cause())),
          bound.cause());
    }
    return new StubServer(loops, bound.channel(), address.getAddress(), counters);
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
    return counters.snapshot();
  }

  /** Starts the counts again. Requests in flight are carried over. */
  public void resetStats() {
    counters.reset();
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
        .group()
        .shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
  }

  /** The system's own words, without the name of the call before them. */
  private static String reason(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
  }

  private static ServerBootstrap bootstrap(EventLoops loops, Counters counters) {
    Routes routes = Routes.standard(counters);
    return new ServerBootstrap()
        .group(loops.group())
        .channel(loops.channelType())
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new Connection(channel, routes, counters));
              }
            });
  }
}
