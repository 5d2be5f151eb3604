package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/**
 * Takes one connection's requests off its bytes. Clients repeat themselves: a head equal to the
 * last one, byte for byte, is neither parsed nor routed again.
 */
final class RequestReader {

  static final int MAX_HEAD = 16 * 1024;

  private final Preparer preparer;
  private Prepared last = Prepared.NONE;
  private int bodyLeft;

  RequestReader(Preparer preparer) {
    this.preparer = preparer;
  }

  /** Moves on to the next request; false if it is not all there. */
  boolean advance(ByteBuf in) {
    if (bodyLeft > 0) {
      int skipped = Math.min(bodyLeft, in.readableBytes());
      in.skipBytes(skipped);
      bodyLeft -= skipped;
    }
    return bodyLeft == 0 && nextHead(in);
  }

  /** The request that was moved on to. */
  Prepared request() {
    return last;
  }

  private boolean nextHead(ByteBuf in) {
    int length = last.head().readableBytes();
    if (length > 0
        && in.readableBytes() >= length
        && ByteBufUtil.equals(last.head(), 0, in, in.readerIndex(), length)) {
      in.skipBytes(length);
      bodyLeft = last.bodyLength();
      return true;
    }
    skipBlankLines(in);
    int end = endOfHead(in);
    int size = end < 0 ? in.readableBytes() : end - in.readerIndex();
    if (size > MAX_HEAD) {
      return refuse(
          new RefusedRequest(
              431,
              "request head is over %d bytes; send fewer or shorter headers".formatted(MAX_HEAD)));
    }
    if (end < 0) {
      return refuseNonsense(in);
    }
    byte[] head = new byte[size];
    in.readBytes(head);
    last = preparer.prepare(head);
    bodyLeft = last.bodyLength();
    return true;
  }

  private boolean refuse(RefusedRequest refusal) {
    last = Preparer.refused(refusal);
    return true;
  }

  /** RFC 9112, 2.2: a server should ignore empty lines before a request line. */
  private static void skipBlankLines(ByteBuf in) {
    while (in.isReadable()
        && (in.getByte(in.readerIndex()) == '\r' || in.getByte(in.readerIndex()) == '\n')) {
      in.skipBytes(1);
    }
  }

  /**
   * Refuses at once what can never become a request, a TLS greeting for one: it might wait for our
   * answer.
   */
  private boolean refuseNonsense(ByteBuf in) {
    if (in.isReadable() && in.getByte(in.readerIndex()) <= ' ') {
      return refuse(
          new RefusedRequest(
              400, "the request does not start with a method; this server speaks plain HTTP/1.1"));
    }
    return false;
  }

  /**
   * The index after the blank line that ends the head, or -1. A bare line feed ends a line too (RFC
   * 9112, 2.2).
   */
  private static int endOfHead(ByteBuf in) {
    int end = in.writerIndex();
    int feed = in.indexOf(in.readerIndex(), end, (byte) '\n');
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
