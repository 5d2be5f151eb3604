package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes one connection's requests ready to be answered: parses the head, finds the route, renders
 * what can be.
 */
final class Preparer {

  private final Routes routes;
  private final String origin;

  Preparer(Routes routes, String origin) {
    this.routes = routes;
    this.origin = origin;
  }

  Prepared prepare(byte[] bytes) {
    RequestHead head;
    try {
      head = HeadParser.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (RefusedRequest e) {
      return refused(e);
    }
    AnswerFormat format = new AnswerFormat(head.persistence(), head.method().equals("HEAD"));
    boolean last = head.persistence() == Persistence.CLOSE;
    Routed routed = route(head);
    ByteBuf key = Unpooled.wrappedBuffer(bytes);
    return switch (routed.reply()) {
      case Reply.Now now ->
          new Prepared(
              key, routed.counted(), 0, rendered(format, now.content()), last, head.bodyLength());
      case Reply.After after ->
          new Prepared(
              key,
              routed.counted(),
              after.nanos(),
              rendered(format, after.content()),
              last,
              head.bodyLength());
      case Reply.Fresh fresh ->
          new Prepared(
              key,
              routed.counted(),
              0,
              () -> format.render(fresh.content().get()),
              last,
              head.bodyLength());
    };
  }

  /**
   * An error answer after which the connection ends, because the bytes that follow cannot be
   * understood.
   */
  static Prepared refused(RefusedRequest refusal) {
    Supplier<Answer> answer =
        rendered(new AnswerFormat(Persistence.CLOSE, false), refusal.content());
    return new Prepared(Unpooled.EMPTY_BUFFER, true, 0, answer, true, 0);
  }

  private record Routed(boolean counted, Reply reply) {}

  private Routed route(RequestHead head) {
    try {
      Request request = Request.of(head, origin);
      Optional<Route> found = routes.find(request.path());
      if (found.isEmpty()) {
        return new Routed(true, routes.unknown(request.path()));
      }
      Route route = found.get();
      return new Routed(route.counted(), reply(route, request));
    } catch (RefusedRequest e) {
      return new Routed(true, new Reply.Now(e.content()));
    }
  }

  private static Reply reply(Route route, Request request) throws RefusedRequest {
    if (route.methods().contains(request.method())) {
      return route.reply(request, Routes.argument(route, request.path()));
    }
    String allowed = String.join(", ", route.methods());
    return new Reply.Now(
        Content.error(405, "method is '%s'; allowed: %s".formatted(request.method(), allowed))
            .withHeader("allow", allowed));
  }

  private static Supplier<Answer> rendered(AnswerFormat format, Content content) {
    Answer answer = format.render(content);
    return () -> answer;
  }
}
