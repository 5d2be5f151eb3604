package dev.heddle.stub;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the stub's event loops wait on. */
public enum StubTransport {
  /** Linux' epoll. */
  EPOLL,
  /** Linux' io_uring. */
  IO_URING,
  /** The JDK's selector, which is everywhere. */
  NIO;

  /** The best there is here: epoll, or else the JDK's selector. */
  public static StubTransport available() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  /** The name on the command line: {@code io_uring}. */
  public String commandLineName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of a command line name. */
  public static Optional<StubTransport> named(String name) {
    return Arrays.stream(values())
        .filter(transport -> transport.commandLineName().equals(name))
        .findFirst();
  }

  /** Why it cannot be used here, if it cannot. */
  Optional<Throwable> unavailability() {
    return switch (this) {
      case EPOLL -> Optional.ofNullable(Epoll.unavailabilityCause());
      case IO_URING -> Optional.ofNullable(IoUring.unavailabilityCause());
      case NIO -> Optional.empty();
    };
  }

  IoHandlerFactory handlers() {
    return switch (this) {
      case EPOLL -> EpollIoHandler.newFactory();
      case IO_URING -> IoUringIoHandler.newFactory();
      case NIO -> NioIoHandler.newFactory();
    };
  }

  Class<? extends ServerSocketChannel> channelType() {
    return switch (this) {
      case EPOLL -> EpollServerSocketChannel.class;
      case IO_URING -> IoUringServerSocketChannel.class;
      case NIO -> NioServerSocketChannel.class;
    };
  }
}
