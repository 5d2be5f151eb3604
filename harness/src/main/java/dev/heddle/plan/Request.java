package dev.heddle.plan;

import java.net.URI;

/**
 * An HTTP request without a body.
 *
 * @param method the method, such as {@code GET}
 * @param target an absolute {@code http} URI with a host
 */
public record Request(String method, URI target) {

  /** Checks that the target is an absolute {@code http} URI with a host. */
  public Request {
    if (!"http".equals(target.getScheme()) || target.getHost() == null) {
      throw new IllegalArgumentException(
          "Request target '%s' is not usable: an absolute http URI with a host is needed, such as http://127.0.0.1:8080/get"
              .formatted(target));
    }
  }

  /** A GET of {@code target}. */
  public static Request get(URI target) {
    return new Request("GET", target);
  }
}
