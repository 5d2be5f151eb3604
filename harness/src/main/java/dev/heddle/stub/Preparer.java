package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Makes one connection's requests ready to be answered: finds the route, renders what can be
 * rendered ahead.
 */
final class Preparer {

  private final Routes routes;
  private final String origin;

  Preparer(Routes routes, String origin) {
    this.routes = routes;
    this.origin = origin;
  }

  /** What a head asks for, or that its body is needed to tell. */
  Parsed prepare(byte[] bytes, RequestHead head) {
    try {
      Request request = Request.of(head, origin, Unpooled.EMPTY_BUFFER);
      Mounted mounted = routes.find(request.path());
      return awaitsBody(head, mounted.route())
          ? new AwaitedBody(head, mounted)
          : repeatable(bytes, head, mounted, request);
    } catch (RefusedRequest e) {
      HeadPattern pattern = HeadPattern.exactly(bytes);
      return prepared(pattern, head, routes.unknown(), e.reply(), Numbers.NONE, head.bodyLength());
    }
  }

  /** What a head and its body ask for; good for this once. */
  Prepared prepare(AwaitedBody awaited, ByteBuf body) {
    RequestHead head = awaited.head();
    return prepared(
        HeadPattern.NONE, head, awaited.mounted(), reply(awaited, body), Numbers.NONE, 0);
  }

  /**
   * An error answer after which the connection ends, because the bytes that follow cannot be
   * understood.
   */
  Prepared refused(RefusedRequest refusal) {
    Turns turns = new AnswerFormat(Persistence.CLOSE, false).turns(refusal.reply());
    return new Prepared(HeadPattern.NONE, routes.malformed(), turns, false, Numbers.NONE, true, 0);
  }

  private static boolean awaitsBody(RequestHead head, Route route) {
    return route.readsBody() && head.bodyLength() > 0 && route.answersTo(head.method());
  }

  /** A body in a transfer coding is not read, so a route that tells of it must not pretend. */
  private static void requireLength(RequestHead head, Route route) throws RefusedRequest {
    if (head.chunked() && route.readsBody()) {
      throw new RefusedRequest(
          411, "the body has a Transfer-Encoding; send it whole, with a Content-Length");
    }
  }

  private static Prepared repeatable(
      byte[] bytes, RequestHead head, Mounted mounted, Request request) {
    try {
      requireLength(head, mounted.route());
      Reply reply = reply(mounted.route(), request);
      long key = mounted.route().numbered() ? request.args().key() : Numbers.NONE;
      HeadPattern pattern =
          key == Numbers.NONE ? HeadPattern.exactly(bytes) : HeadPattern.withAnyKey(bytes);
      return prepared(pattern, head, mounted, reply, key, head.bodyLength());
    } catch (RefusedRequest e) {
      HeadPattern pattern = HeadPattern.exactly(bytes);
      return prepared(pattern, head, mounted, e.reply(), Numbers.NONE, head.bodyLength());
    }
  }

  private static Prepared prepared(
      HeadPattern pattern, RequestHead head, Mounted mounted, Reply reply, long key, int bodyLeft) {
    return new Prepared(
        pattern,
        mounted.tally(),
        new AnswerFormat(head.persistence(), head.method().equals("HEAD")).turns(reply),
        mounted.route().numbered(),
        key,
        head.persistence() == Persistence.CLOSE,
        bodyLeft);
  }

  private Reply reply(AwaitedBody awaited, ByteBuf body) {
    try {
      return reply(awaited.mounted().route(), Request.of(awaited.head(), origin, body));
    } catch (RefusedRequest e) {
      return e.reply();
    }
  }

  private static Reply reply(Route route, Request request) throws RefusedRequest {
    if (route.answersTo(request.method())) {
      return route.reply(request, Routes.argument(route, request.path()));
    }
    String allowed = String.join(", ", route.methods());
    return new Reply.Now(
        Content.error(405, "method is '%s'; allowed: %s".formatted(request.method(), allowed))
            .withHeader("allow", allowed));
  }
}
