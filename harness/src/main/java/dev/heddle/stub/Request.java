package dev.heddle.stub;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A request as a route sees it.
 *
 * @param path decoded, without the query
 * @param args the query's parameters, decoded, in order
 * @param origin the client's address, without its port
 * @param body good only while the reply is made; empty unless the route reads it
 */
record Request(
    String method,
    String target,
    String path,
    Arguments args,
    List<Header> headers,
    String origin,
    ByteBuf body) {

  static Request of(RequestHead head, String origin, ByteBuf body) throws RefusedRequest {
    try {
      QueryStringDecoder uri =
          new QueryStringDecoder(
              head.target(), StandardCharsets.UTF_8, true, RequestReader.MAX_HEAD, true);
      return new Request(
          head.method(),
          head.target(),
          uri.path(),
          new Arguments(uri.parameters()),
          head.headers(),
          origin,
          body);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(
          400,
          "request target is '%s'; its percent-encoding is wrong: %s"
              .formatted(head.target(), e.getMessage()));
    }
  }

  /** The value of the first header of a name. */
  Optional<String> header(String name) {
    return headers.stream().filter(header -> header.named(name)).map(Header::value).findFirst();
  }
}
