package dev.heddle.http;

import dev.heddle.plan.Response;
import java.io.IOException;
import java.util.Arrays;

/**
 * Reads responses from bytes as they come, in pieces of any size (RFC 9112). One parser serves one
 * connection, a response at a time.
 */
final class ResponseParser {

  private static final int LINE_LIMIT = 64 << 10;
  private static final int HEAD_LIMIT = 256 << 10;

  private enum State {
    STATUS_LINE,
    HEADERS,
    BODY,
    BODY_UNTIL_CLOSE,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS,
    COMPLETE
  }

  private final Address address;
  private final Framing framing;
  private final BodyBuffer body;
  private byte[] unfinishedLine = new byte[128];
  private int unfinished;
  private State state = State.COMPLETE;
  private boolean head;
  private boolean begun;
  private int headLength;
  private long remaining;

  ResponseParser(Address address, int bodyLimit) {
    this.address = address;
    this.framing = new Framing(address);
    this.body = new BodyBuffer(address, bodyLimit);
  }

  /** Begins a response; one to a HEAD request has no body. */
  void begin(boolean answersHead) {
    state = State.STATUS_LINE;
    head = answersHead;
    begun = false;
    headLength = 0;
    unfinished = 0;
    body.clear();
  }

  /** Whether any byte of the response has come. */
  boolean hasBegun() {
    return begun;
  }

  boolean isComplete() {
    return state == State.COMPLETE;
  }

  /** Whether the connection may carry another exchange after a complete response. */
  boolean isReusable() {
    return framing.isKeptAlive();
  }

  /** The response, once complete. */
  Response take() {
    return new Response(framing.status(), body.take());
  }

  /**
   * Takes the bytes from {@code from} to {@code to} in.
   *
   * @return the index of the first byte that lies beyond the response
   */
  int accept(byte[] bytes, int from, int to) throws IOException {
    begun = true;
    int at = from;
    while (at < to && state != State.COMPLETE) {
      at =
          switch (state) {
            case BODY, CHUNK -> counted(bytes, at, to);
            case BODY_UNTIL_CLOSE -> uncounted(bytes, at, to);
            default -> line(bytes, at, to);
          };
    }
    return at;
  }

  /** The server has closed the connection: complete, or else a failure. */
  void endOfInput() throws IOException {
    if (!begun) {
      throw ExchangeErrors.closedUnanswered(address);
    }
    if (state != State.BODY_UNTIL_CLOSE) {
      throw ExchangeErrors.closedEarly(address);
    }
    state = State.COMPLETE;
  }

  private int counted(byte[] bytes, int at, int to) throws IOException {
    int count = (int) Math.min(remaining, to - at);
    body.append(bytes, at, count);
    remaining -= count;
    if (remaining == 0) {
      state = state == State.BODY ? State.COMPLETE : State.CHUNK_END;
    }
    return at + count;
  }

  private int uncounted(byte[] bytes, int at, int to) throws IOException {
    body.append(bytes, at, to - at);
    return to;
  }

  private int line(byte[] bytes, int at, int to) throws IOException {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    if (end == to) {
      keep(bytes, at, end);
    } else if (unfinished == 0) {
      line(withoutReturn(bytes, at, end));
    } else {
      keep(bytes, at, end);
      int length = unfinished;
      unfinished = 0;
      line(withoutReturn(unfinishedLine, 0, length));
    }
    return Math.min(to, end + 1);
  }

  private void keep(byte[] bytes, int from, int to) throws IOException {
    int length = unfinished + to - from;
    if (length > LINE_LIMIT) {
      throw ExchangeErrors.malformed(address, "a line longer than %d bytes".formatted(LINE_LIMIT));
    }
    if (length > unfinishedLine.length) {
      unfinishedLine = Arrays.copyOf(unfinishedLine, Math.max(length, 2 * unfinishedLine.length));
    }
    System.arraycopy(bytes, from, unfinishedLine, unfinished, to - from);
    unfinished = length;
  }

  private static Ascii withoutReturn(byte[] bytes, int from, int to) {
    return new Ascii(bytes, from, to > from && bytes[to - 1] == '\r' ? to - 1 : to);
  }

  private void line(Ascii line) throws IOException {
    switch (state) {
      case STATUS_LINE -> {
        framing.statusLine(line);
        state = State.HEADERS;
      }
      case HEADERS -> header(line);
      case CHUNK_SIZE -> chunkSize(line);
      case CHUNK_END -> chunkEnd(line);
      case TRAILERS -> trailer(line);
      default -> throw new IllegalStateException("No line is expected in state " + state);
    }
  }

  private void header(Ascii line) throws IOException {
    if (line.isEmpty()) {
      endOfHead();
      return;
    }
    requireHeadLimit(line);
    framing.header(line);
  }

  private void trailer(Ascii line) throws IOException {
    if (line.isEmpty()) {
      state = State.COMPLETE;
      return;
    }
    requireHeadLimit(line);
  }

  private void requireHeadLimit(Ascii line) throws IOException {
    headLength += line.length();
    if (headLength > HEAD_LIMIT) {
      throw ExchangeErrors.malformed(address, "headers beyond %d bytes".formatted(HEAD_LIMIT));
    }
  }

  private void endOfHead() throws IOException {
    if (framing.isInterim()) {
      state = State.STATUS_LINE;
    } else if (head || framing.isBodiless()) {
      state = State.COMPLETE;
    } else if (framing.isChunked()) {
      state = State.CHUNK_SIZE;
    } else if (framing.hasContentLength()) {
      body.expect(framing.contentLength());
      remaining = framing.contentLength();
      state = remaining == 0 ? State.COMPLETE : State.BODY;
    } else {
      framing.forgetKeepAlive();
      state = State.BODY_UNTIL_CLOSE;
    }
  }

  private void chunkSize(Ascii line) throws IOException {
    int extension = line.indexOf(';');
    remaining = line.trimmed(0, extension < 0 ? line.length() : extension).number(16);
    if (remaining < 0) {
      throw ExchangeErrors.malformed(address, "chunk size " + line.excerpt());
    }
    body.requireWithinLimit(body.length() + remaining);
    state = remaining == 0 ? State.TRAILERS : State.CHUNK;
  }

  private void chunkEnd(Ascii line) throws IOException {
    if (!line.isEmpty()) {
      throw ExchangeErrors.malformed(address, "end of chunk " + line.excerpt());
    }
    state = State.CHUNK_SIZE;
  }
}
