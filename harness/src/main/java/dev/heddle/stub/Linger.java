package dev.heddle.stub;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Closes our side of a connection only, and the rest of it a little later: a full close while the
 * client still sends would reset the connection and eat the answer.
 */
final class Linger {

  private static final int SECONDS = 2;

  private Linger() {}

  static void closeOurSide(Channel channel) {
    if (channel.isActive()) {
      var _ = ((DuplexChannel) channel).shutdownOutput();
      Runnable close =
          () -> {
            var _ = channel.close();
          };
      var _ = channel.eventLoop().schedule(close, SECONDS, TimeUnit.SECONDS);
    }
  }
}
