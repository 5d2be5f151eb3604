package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes one connection's requests off its bytes. Clients repeat themselves: a head equal to the
 * last one, byte for byte but for its key, is neither parsed nor routed again.
 */
final class RequestReader {

  static final int MAX_HEAD = 16 * 1024;

  private final Preparer preparer;
  private final BodyBudget bodies;
  private Prepared last = Prepared.NOTHING;
  private long key = Numbers.NONE;
  private Optional<AwaitedBody> awaited = Optional.empty();
  private int bodyLeft;
  private int scanned;
  private boolean bodyHeldBack;

  RequestReader(Preparer preparer, BodyBudget bodies) {
    this.preparer = preparer;
    this.bodies = bodies;
  }

  /** Moves on to the next request; false if it is not all there. */
  boolean advance(ByteBuf in) {
    if (bodyLeft > 0) {
      int skipped = Math.min(bodyLeft, in.readableBytes());
      in.skipBytes(skipped);
      bodyLeft -= skipped;
    }
    if (bodyLeft > 0) {
      return false;
    }
    return awaited.isPresent() ? takeBody(awaited.get(), in) : isRepeated(in) || nextHead(in);
  }

  /** The request that was moved on to. */
  Prepared request() {
    return last;
  }

  /** The number that it brought, or {@link Numbers#NONE}. */
  long key() {
    return key;
  }

  /** Whether a request has begun of which more is to come. */
  boolean isInside(ByteBuf in) {
    return bodyLeft > 0 || awaited.isPresent() || in.isReadable();
  }

  /** Whether all that has begun is the body of a request that was answered. */
  boolean isAnswered() {
    return bodyLeft > 0;
  }

  /** Whether the client waits to be asked for the body of the last head. */
  boolean isBodyHeldBack() {
    return bodyHeldBack;
  }

  void bodyAskedFor() {
    bodyHeldBack = false;
  }

  /** Lets go of a request that can never be recognised again. */
  void forgetIfUnrepeatable() {
    if (last.head().matchesNothing()) {
      last = Prepared.NOTHING;
    }
    bodyHeldBack = false;
  }

  /** The connection is gone. */
  void abandon() {
    awaited.ifPresent(body -> bodies.giveBack(body.length()));
    awaited = Optional.empty();
  }

  private boolean isRepeated(ByteBuf in) {
    HeadPattern head = last.head();
    int digits = head.digits(in);
    if (digits < 0) {
      return false;
    }
    key = head.hasGap() ? head.number(in, digits) : last.key();
    in.skipBytes(head.length(digits));
    bodyLeft = last.bodyLength();
    return true;
  }

  private boolean nextHead(ByteBuf in) {
    if (scanned == 0) {
      HeadEnd.skipBlankLines(in);
    }
    int end = HeadEnd.index(in, scanned);
    int size = end < 0 ? in.readableBytes() : end - in.readerIndex();
    if (size > MAX_HEAD) {
      return refuse(
          new RefusedRequest(
              431,
              "request head is over %d bytes; send fewer or shorter headers".formatted(MAX_HEAD)));
    }
    if (end < 0) {
      scanned = size;
      return refuseNonsense(in);
    }
    scanned = 0;
    byte[] bytes = new byte[size];
    in.readBytes(bytes);
    return parse(bytes, in);
  }

  private boolean parse(byte[] bytes, ByteBuf in) {
    RequestHead head;
    try {
      head = HeadParser.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (RefusedRequest e) {
      return refuse(e);
    }
    bodyHeldBack = head.expectsContinue() && in.readableBytes() < head.bodyLength();
    return switch (preparer.prepare(bytes, head)) {
      case Prepared prepared -> moveOnTo(prepared);
      case AwaitedBody body -> await(body, in);
    };
  }

  private boolean await(AwaitedBody body, ByteBuf in) {
    if (!bodies.take(body.length())) {
      return refuse(
          new RefusedRequest(
              503,
              "%d bytes of bodies are under way; no more are allowed: send it later"
                  .formatted(BodyBudget.MOST)));
    }
    awaited = Optional.of(body);
    return takeBody(body, in);
  }

  private boolean moveOnTo(Prepared prepared) {
    last = prepared;
    key = prepared.key();
    bodyLeft = prepared.bodyLength();
    return true;
  }

  private boolean takeBody(AwaitedBody body, ByteBuf in) {
    if (in.readableBytes() < body.length()) {
      return false;
    }
    awaited = Optional.empty();
    bodies.giveBack(body.length());
    boolean moved = moveOnTo(preparer.prepare(body, in.slice(in.readerIndex(), body.length())));
    in.skipBytes(body.length());
    return moved;
  }

  private boolean refuse(RefusedRequest refusal) {
    return moveOnTo(preparer.refused(refusal));
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
}
