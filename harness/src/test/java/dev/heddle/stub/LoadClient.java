package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One event loop with its connections, which carry one window after the other. */
final class LoadClient implements AutoCloseable {

  private final LoadOptions options;
  private final LoadTargets targets;
  private final EventLoopGroup group;
  private final LoadPool pool;

  private LoadClient(LoadOptions options, LoadTargets targets, EventLoopGroup group) {
    this.options = options;
    this.targets = targets;
    this.group = group;
    this.pool = new LoadPool(options, targets, group.next(), bootstrap(options, group));
  }

  static LoadClient open(LoadOptions options, LoadTargets targets) {
    return new LoadClient(
        options,
        targets,
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory("open-loop", true),
            Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory()));
  }

  /** Loads for some seconds, and tells what became of the requests once all have ended. */
  ObjectNode load(double seconds) throws InterruptedException, ExecutionException {
    return load(seconds, false);
  }

  /** Loads for some seconds at a rate that rises to what was asked for. */
  void warmUp(double seconds) throws InterruptedException, ExecutionException {
    ObjectNode _ = load(seconds, true);
  }

  private ObjectNode load(double seconds, boolean ramp)
      throws InterruptedException, ExecutionException {
    return new LoadWindow(options, targets, pool, group.next(), seconds, ramp).begin().get();
  }

  @Override
  public void close() {
    group.next().submit(pool::close).syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static Bootstrap bootstrap(LoadOptions options, EventLoopGroup group) {
    return new Bootstrap()
        .group(group)
        .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            (int) Math.max(1, options.timeoutNanos() / 1_000_000));
  }
}
