package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Turns content into the bytes that one request gets.
 *
 * @param bodyless whether the request was a HEAD: same head, no body
 */
record AnswerFormat(Persistence persistence, boolean bodyless) {

  static final int LARGE_BODY = 16 * 1024;

  /** A reply's turns, with everything rendered that does not have to wait for its turn. */
  Turns turns(Reply reply) {
    return switch (reply) {
      case Reply.Now now -> always(Delay.NONE, new Ending.Whole(render(now.content())));
      case Reply.After after -> always(after.delay(), new Ending.Whole(render(after.content())));
      case Reply.Fresh fresh ->
          always(Delay.NONE, new Ending.Made(() -> render(fresh.content().get())));
      case Reply.Spoiled spoiled ->
          always(Delay.NONE, new Ending.Spoiled(spoiled.fault(), render(spoiled.content())));
      case Reply.Dripped dripped ->
          always(
              Delay.NONE, new Ending.Dripped(dripped.bytesPerSecond(), render(dripped.content())));
      case Reply.OneOf oneOf -> oneOf(oneOf);
    };
  }

  Answer render(Content content) {
    String text = head(content);
    byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
    int timingAt = content.timed() ? text.indexOf(TimingHeaders.LINES) : -1;
    ByteBuf body = bodyless ? Unpooled.EMPTY_BUFFER : content.body();
    if (body.readableBytes() > LARGE_BODY) {
      // Written once for each request, and each time released by whoever sent it.
      ByteBuf kept = Unpooled.unreleasableBuffer(body);
      return new Answer(content.status(), head, head.length, kept, timingAt);
    }
    byte[] whole =
        body.isReadable()
            ? ByteBufUtil.getBytes(Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(head), body))
            : head;
    return new Answer(content.status(), whole, head.length, Unpooled.EMPTY_BUFFER, timingAt);
  }

  private Turns oneOf(Reply.OneOf oneOf) {
    List<Turns> all = oneOf.replies().stream().map(this::turns).toList();
    return number -> all.get(oneOf.choice().applyAsInt(number)).of(number);
  }

  private static Turns always(Delay delay, Ending ending) {
    Turn turn = new Turn(delay, ending);
    return number -> turn;
  }

  private String head(Content content) {
    StringBuilder head =
        new StringBuilder(320).append("HTTP/1.1 ").append(statusLine(content.status()));
    if (hasBody(content.status())) {
      head.append("content-type: ").append(content.type()).append("\r\n");
      head.append("content-length: ").append(content.body().readableBytes()).append("\r\n");
    }
    content
        .headers()
        .forEach(
            header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    if (content.timed()) {
      head.append(TimingHeaders.LINES);
    }
    return head.append(persistence.headerLine()).append("\r\n").toString();
  }

  private static String statusLine(int status) {
    return status + " " + HttpResponseStatus.valueOf(status).reasonPhrase() + "\r\n";
  }

  /**
   * RFC 9110, 8.6: no Content-Length with 204, and none with 304 unless it is that of the full
   * answer.
   */
  private static boolean hasBody(int status) {
    return status != 204 && status != 304;
  }
}
