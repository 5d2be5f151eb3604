package dev.heddle.stub;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;

/**
 * A request as a route sees it.
 *
 * @param path decoded, without the query
 * @param args the query's parameters, decoded, in order
 * @param origin the client's address, without its port
 */
record Request(
    String method,
    String target,
    String path,
    Map<String, List<String>> args,
    List<Header> headers,
    String origin) {

  static Request of(RequestHead head, String origin) throws RefusedRequest {
    try {
      QueryStringDecoder uri = new QueryStringDecoder(head.target());
      return new Request(
          head.method(), head.target(), uri.path(), uri.parameters(), head.headers(), origin);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest(
          400,
          "request target is '%s'; its percent-encoding is wrong: %s"
              .formatted(head.target(), e.getMessage()));
    }
  }
}
