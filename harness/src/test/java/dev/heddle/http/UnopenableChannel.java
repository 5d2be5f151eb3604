package dev.heddle.http;

import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.nio.channels.SocketChannel;

/** A channel that cannot be opened, as when the process has no file descriptor left. */
public final class UnopenableChannel extends NioSocketChannel {

  /** Called by Netty's bootstrap, by reflection. */
  public UnopenableChannel() {
    super(open());
  }

  private static SocketChannel open() {
    throw new ChannelException("Too many open files");
  }
}
