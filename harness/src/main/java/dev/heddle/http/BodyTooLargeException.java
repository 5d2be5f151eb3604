package dev.heddle.http;

import java.io.IOException;

/**
 * A body broke the policy's limit; apart from other failures so that it is found inside the JDK's
 * wrappings.
 */
final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLargeException(Address address, int limit) {
    super(
        "The body of a response from %s is larger than the limit of %d bytes"
            .formatted(address, limit));
  }
}
