package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;

/**
 * Gathers the answers to everything that one read brought into one buffer, and sends it with one
 * flush.
 */
final class AnswerWriter {

  private static final int BATCH = 4 * 1024;
  private static final int FULL_BATCH = 32 * 1024;

  private final Channel channel;
  private final Books books;
  private ByteBuf batch = Unpooled.EMPTY_BUFFER;
  private boolean unflushed;
  private boolean ending;

  AnswerWriter(Channel channel, Books books) {
    this.channel = channel;
    this.books = books;
  }

  /** Takes and answers a request that has nothing to wait for. */
  void write(Prepared request, Answer answer, long readAtNanos) {
    boolean large = answer.rest().isReadable();
    long sincePrevious = received(request, answer, large, readAtNanos);
    long actual = answer.tellsItsTimes() ? System.nanoTime() - readAtNanos : 0;
    append(answer, 0, actual, sincePrevious);
    if (large) {
      writeLarge(request, answer, readAtNanos);
    }
    ending = request.last();
  }

  /** Answers a request that has waited. */
  void write(Exchange exchange, Answer answer) {
    long now = System.nanoTime();
    long actual = exchange.elapsedNanos(now);
    append(answer, exchange.delayNanos(), actual, exchange.sincePreviousNanos());
    finish(exchange.request(), answer, now - actual);
  }

  /** Notes an answer that was sent another way. */
  void sent(Prepared request, Answer answer) {
    books.requestCompleted(request.tally(), answer.status());
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
      channel
          .writeAndFlush(Unpooled.EMPTY_BUFFER)
          .addListener(sent -> Linger.closeOurSide(channel));
    }
  }

  void discard() {
    batch.release();
    batch = Unpooled.EMPTY_BUFFER;
  }

  private long received(Prepared request, Answer answer, boolean large, long readAtNanos) {
    return large
        ? books.requestReceived(request.tally(), readAtNanos)
        : books.requestAnswered(request.tally(), answer.status(), readAtNanos);
  }

  private void append(Answer answer, long planned, long actual, long sincePrevious) {
    if (batch.readableBytes() > FULL_BATCH) {
      passOnBatch();
    }
    if (!batch.isReadable()) {
      batch = channel.alloc().directBuffer(Math.max(BATCH, answer.startLength()));
    }
    answer.copyStartTo(batch, planned, actual, sincePrevious);
  }

  private void finish(Prepared request, Answer answer, long readAtNanos) {
    if (answer.rest().isReadable()) {
      writeLarge(request, answer, readAtNanos);
    } else {
      books.requestCompleted(request.tally(), answer.status());
    }
    ending = request.last();
  }

  private void writeLarge(Prepared request, Answer answer, long readAtNanos) {
    passOnBatch();
    channel
        .write(answer.rest().duplicate())
        .addListener(sent -> settle(request, answer, readAtNanos, sent.isSuccess()));
    unflushed = true;
  }

  private void settle(Prepared request, Answer answer, long readAtNanos, boolean sent) {
    if (sent) {
      books.requestCompleted(request.tally(), answer.status());
    } else {
      books.requestAborted(request.tally(), System.nanoTime() - readAtNanos);
    }
  }

  private void passOnBatch() {
    if (batch.isReadable()) {
      var _ = channel.write(batch, channel.voidPromise());
      batch = Unpooled.EMPTY_BUFFER;
      unflushed = true;
    }
  }
}
