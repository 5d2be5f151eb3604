package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads responses of HTTP/1.1 one after the other, of which it keeps the status and nothing else. A
 * body must have a Content-Length: the stub gives it to all that it means to be read, so whatever
 * else comes counts as garbage.
 */
final class LoadResponse {

  /** How far the response has come. */
  enum State {
    NOTHING,
    HEAD,
    BODY,
    WHOLE,
    GARBAGE
  }

  private static final byte[] START = "HTTP/1.1 ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CLOSE = "\nconnection: close\r".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_END = START.length + 3;
  private static final int LONGEST_HEAD = 8192;
  private static final int MOST_DIGITS = 18;
  private static final int ABSENT = -1;

  private byte[] head = new byte[256];
  private int length;
  private long bodyLeft;
  private int status;
  private State state = State.NOTHING;

  /** Takes from {@code in} what belongs to this response. */
  State read(ByteBuf in) {
    while (in.isReadable() && (state == State.NOTHING || state == State.HEAD)) {
      state = headByte(in.readByte());
    }
    if (state == State.BODY) {
      int part = (int) Math.min(bodyLeft, in.readableBytes());
      in.skipBytes(part);
      bodyLeft -= part;
      state = bodyLeft == 0 ? State.WHOLE : State.BODY;
    }
    return state;
  }

  State state() {
    return state;
  }

  /** Of a whole response. */
  int status() {
    return status;
  }

  /** Of a whole response: whether the server closes the connection after it. */
  boolean closes() {
    return find(CLOSE) != ABSENT;
  }

  /** Ready for the next response. */
  void clear() {
    length = 0;
    state = State.NOTHING;
  }

  private State headByte(byte next) {
    if (length == LONGEST_HEAD || (length < STATUS_END && !mayStart(next))) {
      return State.GARBAGE;
    }
    if (length == head.length) {
      head = Arrays.copyOf(head, head.length * 2);
    }
    head[length++] = next;
    return next == '\n' && isBlankLine() ? headRead() : State.HEAD;
  }

  private boolean mayStart(byte next) {
    return length < START.length ? next == START[length] : next >= '0' && next <= '9';
  }

  private boolean isBlankLine() {
    return length >= 4 && head[length - 2] == '\r' && head[length - 3] == '\n';
  }

  private State headRead() {
    if (length < STATUS_END) {
      return State.GARBAGE;
    }
    status = (int) digits(START.length, STATUS_END);
    bodyLeft = status == 204 || status == 304 ? 0 : contentLength();
    return bodyLeft == ABSENT ? State.GARBAGE : State.BODY;
  }

  private long contentLength() {
    int at = find(LENGTH);
    if (at == ABSENT) {
      return ABSENT;
    }
    at += LENGTH.length;
    while (head[at] == ' ') {
      at++;
    }
    int start = at;
    while (head[at] >= '0' && head[at] <= '9') {
      at++;
    }
    return at == start || at - start > MOST_DIGITS ? ABSENT : digits(start, at);
  }

  private long digits(int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + (head[at] - '0');
    }
    return number;
  }

  /** Where the header is that starts so, in whatever case. */
  private int find(byte[] lowerCase) {
    for (int at = STATUS_END; at <= length - lowerCase.length; at++) {
      if (head[at] == '\n' && matches(at, lowerCase)) {
        return at;
      }
    }
    return ABSENT;
  }

  private boolean matches(int at, byte[] lowerCase) {
    for (int i = 0; i < lowerCase.length; i++) {
      byte b = head[at + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }
}
