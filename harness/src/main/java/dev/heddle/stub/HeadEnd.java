package dev.heddle.stub;

import io.netty.buffer.ByteBuf;

/** Where request heads begin and end (RFC 9112, 2.1 and 2.2). */
final class HeadEnd {

  private static final int LONGEST_END = 3;

  private HeadEnd() {}

  /** RFC 9112, 2.2: a server should ignore empty lines before a request line. */
  static void skipBlankLines(ByteBuf in) {
    while (in.isReadable()
        && (in.getByte(in.readerIndex()) == '\r' || in.getByte(in.readerIndex()) == '\n')) {
      in.skipBytes(1);
    }
  }

  /**
   * The index after the blank line that ends the head, or -1. A bare line feed ends a line too (RFC
   * 9112, 2.2).
   *
   * @param scanned how many readable bytes are known not to hold it
   */
  static int index(ByteBuf in, int scanned) {
    int end = in.writerIndex();
    int from = in.readerIndex() + Math.max(0, scanned - LONGEST_END);
    int feed = in.indexOf(from, end, (byte) '\n');
    while (feed >= 0) {
      int next = feed + 1;
      if (next < end && in.getByte(next) == '\n') {
        return next + 1;
      }
      if (next + 1 < end && in.getByte(next) == '\r' && in.getByte(next + 1) == '\n') {
        return next + 2;
      }
      feed = in.indexOf(next, end, (byte) '\n');
    }
    return -1;
  }
}
