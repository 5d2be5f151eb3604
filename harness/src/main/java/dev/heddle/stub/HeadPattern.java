package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Pattern;

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
  private static final String KEY = "key=";
  private static final String ESCAPES = "%;#";
  private static final Pattern DIGITS = Pattern.compile("key=[0-9]{1,%d}".formatted(MOST_DIGITS));

  static HeadPattern exactly(byte[] head) {
    return new HeadPattern(Unpooled.wrappedBuffer(head), Unpooled.EMPTY_BUFFER);
  }

  /**
   * A gap in place of the value of {@code key} in the query, where it is plain to see: written
   * once, in digits, in a query without escapes. Any other head is known by all its bytes.
   */
  static HeadPattern withAnyKey(byte[] head) {
    OptionalInt begin = plainKey(new String(head, StandardCharsets.ISO_8859_1));
    if (begin.isEmpty()) {
      return exactly(head);
    }
    int end = begin.getAsInt();
    while (isDigit(head[end])) {
      end++;
    }
    return new HeadPattern(
        Unpooled.wrappedBuffer(head, 0, begin.getAsInt()),
        Unpooled.wrappedBuffer(head, end, head.length - end));
  }

  /** Where the digits begin. */
  private static OptionalInt plainKey(String head) {
    int at = head.indexOf('?') + 1;
    int end = head.indexOf(' ', at);
    if (at == 0 || end < at || ESCAPES.chars().anyMatch(c -> head.lastIndexOf(c, end) >= 0)) {
      return OptionalInt.empty();
    }
    OptionalInt found = OptionalInt.empty();
    for (String parameter : head.substring(at, end).split("&", -1)) {
      if (parameter.startsWith(KEY)) {
        boolean plain = found.isEmpty() && DIGITS.matcher(parameter).matches();
        if (!plain) {
          return OptionalInt.empty();
        }
        found = OptionalInt.of(at + KEY.length());
      }
      at += parameter.length() + 1;
    }
    return found;
  }

  /** Whether no head is this one. */
  boolean matchesNothing() {
    return !before.isReadable();
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
