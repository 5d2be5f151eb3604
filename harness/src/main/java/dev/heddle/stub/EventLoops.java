package dev.heddle.stub;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** The native epoll where it is available, the JDK's selector otherwise. */
record EventLoops(EventLoopGroup group, Class<? extends ServerSocketChannel> channelType) {

  static EventLoops open(int threads) {
    return Epoll.isAvailable()
        ? new EventLoops(
            group(threads, EpollIoHandler.newFactory()), EpollServerSocketChannel.class)
        : new EventLoops(group(threads, NioIoHandler.newFactory()), NioServerSocketChannel.class);
  }

  private static EventLoopGroup group(int threads, IoHandlerFactory factory) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory("heddle-stub", true), factory);
  }
}
