package dev.heddle.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request's body told back in httpbin's fields.
 *
 * @param data the body as text, or as a {@code data:} URL where it is not UTF-8; empty for a form
 * @param json what the body says, or null where it is not JSON
 */
record BodyEcho(
    String data, Map<String, List<String>> files, Map<String, List<String>> form, JsonNode json) {

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  static BodyEcho of(Request request) throws RefusedRequest {
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith(URL_ENCODED)) {
      String form = request.body().toString(StandardCharsets.UTF_8);
      return new BodyEcho("", Map.of(), fields(form), NullNode.getInstance());
    }
    if (type.startsWith(MULTIPART) && request.body().isReadable()) {
      return MultipartForm.of(request);
    }
    byte[] bytes = ByteBufUtil.getBytes(request.body());
    return new BodyEcho(text(bytes), Map.of(), Map.of(), Json.orNull(bytes));
  }

  /** Bytes as text, or as a {@code data:} URL where they are none. */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return "data:application/octet-stream;base64," + Base64.getEncoder().encodeToString(bytes);
    }
  }

  private static Map<String, List<String>> fields(String form) throws RefusedRequest {
    try {
      return new QueryStringDecoder(form, StandardCharsets.UTF_8, false, HeadParser.MAX_BODY, true)
          .parameters();
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(
          400, "the form's percent-encoding is wrong: %s".formatted(e.getMessage()));
    }
  }
}
