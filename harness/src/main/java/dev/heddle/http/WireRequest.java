package dev.heddle.http;

import dev.heddle.plan.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A request as it goes over the wire: encoded once, sent often. */
final class WireRequest {

  // RFC 9110, section 5.6.2: token.
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

  private final Request request;
  private final Address address;
  private final byte[] bytes;

  private WireRequest(Request request, Address address, byte[] bytes) {
    this.request = request;
    this.address = address;
    this.bytes = bytes;
  }

  static WireRequest of(Request request) {
    if (!TOKEN.matcher(request.method()).matches()) {
      throw new IllegalArgumentException(
          "Request method '%s' is not usable: an HTTP token is needed, such as GET"
              .formatted(request.method()));
    }
    return new WireRequest(
        request, Address.of(request.target()), head(request).getBytes(StandardCharsets.US_ASCII));
  }

  Request request() {
    return request;
  }

  Address address() {
    return address;
  }

  /** Request line and headers; nobody changes them. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether the answer has no body whatever its headers say. */
  boolean isHead() {
    return request.method().equals("HEAD");
  }

  /** Whether the request may be sent again when nobody knows if the server acted on it. */
  boolean isRepeatable() {
    return request.method().equals("GET") || isHead();
  }

  private static String head(Request request) {
    URI target = URI.create(request.target().toASCIIString());
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    String port = target.getPort() < 0 ? "" : ":" + target.getPort();
    return request.method()
        + " "
        + path
        + query
        + " HTTP/1.1\r\nHost: "
        + target.getHost()
        + port
        + "\r\n"
        + contentLength(request.method())
        + "\r\n";
  }

  // RFC 9110, section 8.6: a method that usually has a body says that there is none.
  private static String contentLength(String method) {
    return switch (method) {
      case "POST", "PUT", "PATCH" -> "Content-Length: 0\r\n";
      default -> "";
    };
  }
}
