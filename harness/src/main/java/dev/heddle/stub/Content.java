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
 * @param timed whether the answer tells its times (see {@link TimingHeaders})
 */
record Content(int status, String type, ByteBuf body, List<Header> headers, boolean timed) {

  private static final String JSON = "application/json";

  static Content json(int status, ObjectNode value) {
    return of(status, JSON, Unpooled.wrappedBuffer(Json.bytes(value)));
  }

  static Content error(int status, String message) {
    return json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  static Content of(int status, String type, ByteBuf body) {
    return new Content(status, type, body, List.of(), true);
  }

  Content withHeader(String name, String value) {
    return new Content(status, type, body, List.of(new Header(name, value)), timed);
  }

  /** The same content, not telling its times. */
  Content silent() {
    return new Content(status, type, body, headers, false);
  }
}
