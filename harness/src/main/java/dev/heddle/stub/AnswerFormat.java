package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;

/**
 * Turns content into the bytes that one request gets.
 *
 * @param bodyless whether the request was a HEAD: same head, no body
 */
record AnswerFormat(Persistence persistence, boolean bodyless) {

  static final int LARGE_BODY = 16 * 1024;

  Answer render(Content content) {
    byte[] head = head(content).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuf body = content.body();
    if (bodyless || !body.isReadable()) {
      return new Answer(head, Unpooled.EMPTY_BUFFER);
    }
    if (body.readableBytes() > LARGE_BODY) {
      return new Answer(head, body);
    }
    return new Answer(
        ByteBufUtil.getBytes(Unpooled.wrappedBuffer(Unpooled.wrappedBuffer(head), body)),
        Unpooled.EMPTY_BUFFER);
  }

  private String head(Content content) {
    StringBuilder head =
        new StringBuilder(160).append("HTTP/1.1 ").append(statusLine(content.status()));
    if (hasBody(content.status())) {
      head.append("content-type: ").append(content.type()).append("\r\n");
      head.append("content-length: ").append(content.body().readableBytes()).append("\r\n");
    }
    content
        .headers()
        .forEach(
            header ->
                head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
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
