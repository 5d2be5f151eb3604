package dev.heddle.stub;

import java.util.List;

/**
 * A request's first line and headers, checked.
 *
 * @param target origin form, always starting with a slash or the asterisk
 * @param bodyLength bytes of body that follow the head
 * @param chunked whether the body is in a transfer coding, which is not read: the connection ends
 *     with the answer
 */
record RequestHead(
    String method,
    String target,
    List<Header> headers,
    Persistence persistence,
    int bodyLength,
    boolean chunked,
    boolean http10) {

  /**
   * Whether the client holds its body back until it is asked for it (RFC 9110, 10.1.1, which has
   * servers ignore that of a client of HTTP/1.0).
   */
  boolean expectsContinue() {
    return bodyLength > 0
        && !http10
        && headers.stream()
            .anyMatch(
                header ->
                    header.named("expect") && header.value().equalsIgnoreCase("100-continue"));
  }
}
