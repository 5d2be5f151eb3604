package dev.heddle.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;

/** Which of Netty's ways to the operating system is used: epoll where it is available, else NIO. */
public final class NettyIo {

  private NettyIo() {}

  static EventLoopGroup newGroup(int loops) {
    return newGroup(loops, new DefaultThreadFactory("heddle-http", true));
  }

  /**
   * Makes event loops on which a {@link NettyClient} can work.
   *
   * @param loops how many; at least one
   * @param threads makes the thread of each loop
   */
  public static EventLoopGroup newGroup(int loops, ThreadFactory threads) {
    if (loops < 1) {
      throw new IllegalArgumentException(
          "The number of event loops is %d; at least 1 is needed".formatted(loops));
    }
    IoHandlerFactory io =
        Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    return new MultiThreadIoEventLoopGroup(loops, threads, io);
  }

  static Class<? extends SocketChannel> channelFor(EventLoopGroup group) {
    if (group instanceof IoEventLoopGroup io) {
      if (Epoll.isAvailable() && io.isIoType(EpollIoHandler.class)) {
        return EpollSocketChannel.class;
      }
      if (io.isIoType(NioIoHandler.class)) {
        return NioSocketChannel.class;
      }
    }
    throw new IllegalArgumentException(
        "Event loops of %s are not usable; allowed: loops on an EpollIoHandler or a NioIoHandler"
            .formatted(group.getClass().getName()));
  }
}
