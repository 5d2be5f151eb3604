package dev.heddle.stub;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;

/** Ends a connection the way a fault says. */
record Breakage(Channel channel) {

  void inflict(Ending.Spoiled spoiled, long number) {
    switch (spoiled.fault()) {
      case Fault.Reset _ -> afterEarlierAnswers(this::reset);
      case Fault.Close _ -> afterEarlierAnswers(this::close);
      case Fault.Truncate truncate -> send(truncate.part(spoiled.answer(), number));
      case Fault.Garbage garbage -> send(garbage.bytes(number));
      case Fault.Stall _ -> {
        // Its answer never becomes ready, so that its turn never comes.
      }
    }
  }

  private void afterEarlierAnswers(Runnable end) {
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> end.run());
  }

  /** A socket closed with a linger time of zero sends RST. */
  private void reset() {
    var _ = channel.config().setOption(ChannelOption.SO_LINGER, 0);
    close();
  }

  private void close() {
    var _ = channel.close();
  }

  private void send(byte[] bytes) {
    channel.writeAndFlush(Unpooled.wrappedBuffer(bytes)).addListener(ChannelFutureListener.CLOSE);
  }
}
