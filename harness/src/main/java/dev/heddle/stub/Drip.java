package dev.heddle.stub;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.concurrent.TimeUnit;

/**
 * Sends an answer no faster than so many bytes a second: the n-th byte leaves no earlier than n of
 * their times after the start, several together where that would be more often than every 10 ms.
 * Used on the connection's event loop only.
 */
final class Drip {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Channel channel;
  private final byte[] bytes;
  private final long bytesPerSecond;
  private final Runnable onEnd;
  private final long startNanos = System.nanoTime();
  private int sent;

  Drip(Channel channel, Ending.Dripped dripped, Runnable onEnd) {
    this.channel = channel;
    this.bytes = dripped.answer().whole();
    this.bytesPerSecond = dripped.bytesPerSecond();
    this.onEnd = onEnd;
  }

  void start() {
    pause();
  }

  private void pause() {
    long pause = Math.max(PAUSE_NANOS, SECOND_NANOS / bytesPerSecond);
    var _ = channel.eventLoop().schedule(this::next, pause, TimeUnit.NANOSECONDS);
  }

  private void next() {
    if (!channel.isActive()) {
      return;
    }
    int due = (int) Math.min(bytes.length, allowed());
    if (due > sent) {
      var _ = channel.writeAndFlush(Unpooled.copiedBuffer(bytes, sent, due - sent));
      sent = due;
    }
    if (sent == bytes.length) {
      onEnd.run();
    } else {
      pause();
    }
  }

  private long allowed() {
    return (long) ((System.nanoTime() - startNanos) / (double) SECOND_NANOS * bytesPerSecond);
  }
}
