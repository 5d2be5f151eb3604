package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a request head that was seen once, so that it is known when it comes again. It may
 * have a gap where a number stands, which may then be another one.
 *
 * @param before all bytes up to the gap, or all there are
 * @param after all bytes behind the gap; empty where there is none
 */
record HeadPattern(ByteBuf before, ByteBuf after) {

  /** Matches nothing. */
  static final HeadPattern NONE = new HeadPattern(Unpooled.EMPTY_BUFFER, Unpooled.EMPTY_BUFFER);

  /** More digits are left to the parser, which refuses them. */
  static final int MOST_DIGITS = 18;

  private static final int NO_MATCH = -1;

  static HeadPattern exactly(byte[] head) {
    return new HeadPattern(Unpooled.wrappedBuffer(head), Unpooled.EMPTY_BUFFER);
  }

  /** A gap in place of the value of {@code key} in the query, where it is all digits. */
  static HeadPattern withAnyKey(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int line = text.indexOf('\n');
    int name = Math.max(text.lastIndexOf("?key=", line), text.lastIndexOf("&key=", line));
    int begin = name + "?key=".length();
    int end = begin;
    while (name >= 0 && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    return name < 0 || end == begin
        ? exactly(head)
        : new HeadPattern(
            Unpooled.wrappedBuffer(head, 0, begin),
            Unpooled.wrappedBuffer(head, end, head.length - end));
  }

  boolean hasGap() {
    return after.isReadable();
  }

  /** How many digits fill the gap of the head at the reader index; negative if it is not this. */
  int digits(ByteBuf in) {
    int length = before.readableBytes();
    if (length == 0 || !isAt(before, in, in.readerIndex())) {
      return NO_MATCH;
    }
    if (!hasGap()) {
      return 0;
    }
    int begin = in.readerIndex() + length;
    int end = begin;
    int last = Math.min(in.writerIndex(), begin + MOST_DIGITS);
    while (end < last && isDigit(in.getByte(end))) {
      end++;
    }
    return end > begin && isAt(after, in, end) ? end - begin : NO_MATCH;
  }

  /** The number in the gap of a head that matches. */
  long number(ByteBuf in, int digits) {
    long number = 0;
    int begin = in.readerIndex() + before.readableBytes();
    for (int i = begin; i < begin + digits; i++) {
      number = number * 10 + in.getByte(i) - '0';
    }
    return number;
  }

  /** The length of a head that matches. */
  int length(int digits) {
    return before.readableBytes() + digits + after.readableBytes();
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isAt(ByteBuf part, ByteBuf in, int index) {
    int length = part.readableBytes();
    return in.writerIndex() - index >= length && ByteBufUtil.equals(part, 0, in, index, length);
  }
}
