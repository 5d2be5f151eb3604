package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;

/** So many bytes, the same ones each time. */
final class BytesRoute implements Route {

  static final int MAX = 1 << 20;

  // Direct and for the JVM's life, so that a large body costs neither a copy nor a count of
  // references.
  private static final ByteBuf BLOCK = Unpooled.unreleasableBuffer(block());

  @Override
  public String template() {
    return "/bytes/{n}";
  }

  @Override
  public Reply reply(Request request, String argument) throws RefusedRequest {
    return new Reply.Now(content(WholeNumber.parse("n", argument, 0, MAX)));
  }

  /** The first bytes of the block, at most {@link #MAX}. */
  static Content content(int bytes) {
    return Content.of(200, "application/octet-stream", BLOCK.slice(0, bytes));
  }

  private static ByteBuf block() {
    byte[] bytes = new byte[MAX];
    new SplittableRandom(1).nextBytes(bytes);
    return Unpooled.directBuffer(MAX, MAX).writeBytes(bytes);
  }
}
