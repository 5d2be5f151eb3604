package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;

/**
 * Gathers the answers to everything that one read brought into one buffer, and sends it with one
 * flush.
 */
final class AnswerWriter {

  private static final int BATCH = 4 * 1024;
  private static final int FULL_BATCH = 32 * 1024;
  private static final int LINGER_SECONDS = 2;

  private final Channel channel;
  private final Counters counters;
  private ByteBuf batch = Unpooled.EMPTY_BUFFER;
  private boolean unflushed;
  private boolean ending;

  AnswerWriter(Channel channel, Counters counters) {
    this.channel = channel;
    this.counters = counters;
  }

  void write(Prepared request) {
    Answer answer = request.answer().get();
    append(answer);
    if (answer.rest().isReadable()) {
      writeLarge(request, answer.rest());
    } else if (request.counted()) {
      counters.requestCompleted();
    }
    ending = request.last();
  }

  void flush() {
    passOnBatch();
    if (unflushed) {
      unflushed = false;
      channel.flush();
    }
    if (ending) {
      ending = false;
      channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> linger());
    }
  }

  void discard() {
    batch.release();
    batch = Unpooled.EMPTY_BUFFER;
  }

  private void append(Answer answer) {
    if (batch.readableBytes() > FULL_BATCH) {
      passOnBatch();
    }
    if (!batch.isReadable()) {
      batch = channel.alloc().directBuffer(Math.max(BATCH, answer.startLength()));
    }
    answer.copyStartTo(batch);
  }

  private void writeLarge(Prepared request, ByteBuf body) {
    passOnBatch();
    channel.write(body.duplicate()).addListener(sent -> settle(request, sent.isSuccess()));
    unflushed = true;
  }

  private void settle(Prepared request, boolean sent) {
    if (!request.counted()) {
      return;
    }
    if (sent) {
      counters.requestCompleted();
    } else {
      counters.requestAborted();
    }
  }

  private void passOnBatch() {
    if (batch.isReadable()) {
      var _ = channel.write(batch, channel.voidPromise());
      batch = Unpooled.EMPTY_BUFFER;
      unflushed = true;
    }
  }

  /**
   * Closes our side only: a full close while the client still sends would reset the connection and
   * eat the answer.
   */
  private void linger() {
    if (channel.isActive()) {
      var _ = ((DuplexChannel) channel).shutdownOutput();
      Runnable close =
          () -> {
            var _ = channel.close();
          };
      var _ = channel.eventLoop().schedule(close, LINGER_SECONDS, TimeUnit.SECONDS);
    }
  }
}
