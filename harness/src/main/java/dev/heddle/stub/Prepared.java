package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Supplier;

/**
 * A request with its reply made ready, for as often as the same head comes again.
 *
 * @param head the request's bytes, on the heap
 * @param counted whether it appears in the statistics
 * @param delayNanos the answer is given no earlier than this after the request was read
 * @param last whether the connection ends after the answer
 * @param bodyLength bytes that follow the head and are skipped
 */
record Prepared(
    ByteBuf head,
    boolean counted,
    long delayNanos,
    Supplier<Answer> answer,
    boolean last,
    int bodyLength) {

  /** Equals no request. */
  static final Prepared NONE =
      new Prepared(
          Unpooled.EMPTY_BUFFER,
          false,
          0,
          () -> new Answer(new byte[0], Unpooled.EMPTY_BUFFER),
          false,
          0);
}
