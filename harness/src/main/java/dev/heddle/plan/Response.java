package dev.heddle.plan;

import java.nio.charset.StandardCharsets;

/** An HTTP response whose body has been read whole. */
public final class Response {

  private final int status;
  private final byte[] body;

  /** Takes {@code body} over: the caller does not change it afterwards. */
  public Response(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** The status code, such as 200. */
  public int status() {
    return status;
  }

  /** The number of bytes in the body. */
  public int length() {
    return body.length;
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Response[status=" + status + ", length=" + body.length + "]";
  }
}
