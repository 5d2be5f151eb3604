package dev.heddle.stub;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;

/**
 * What a route answers, before it becomes bytes on one connection.
 *
 * @param body never released: it lives on the heap, or for as long as the JVM
 */
record Content(int status, String type, ByteBuf body, List<Header> headers) {

  static Content json(int status, ObjectNode value) {
    return new Content(
        status, "application/json", Unpooled.wrappedBuffer(Json.bytes(value)), List.of());
  }

  static Content error(int status, String message) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  static Content empty(int status) {
    return new Content(status, "text/plain", Unpooled.EMPTY_BUFFER, List.of());
  }

  Content withHeader(String name, String value) {
    return new Content(status, type, body, List.of(new Header(name, value)));
  }
}
