package dev.heddle.stub.latency;

import java.nio.file.Path;

/**
 * Somebody asked for delays that there are none of. The message says what was wrong, its value, and
 * what is allowed. Carries no stack trace: it is an answer, not a fault of the program.
 */
public final class InvalidLatencyException extends Exception {

  private static final long serialVersionUID = 1L;

  private InvalidLatencyException(String message) {
    super(message, null, false, false);
  }

  static InvalidLatencyException wrong(String name, String value, String allowed) {
    return new InvalidLatencyException("%s is '%s'; allowed: %s".formatted(name, value, allowed));
  }

  static InvalidLatencyException empty(Path file, String allowed) {
    return new InvalidLatencyException("%s holds no delay; allowed: %s".formatted(file, allowed));
  }

  static InvalidLatencyException missing(String name, String allowed) {
    return new InvalidLatencyException("%s is missing; allowed: %s".formatted(name, allowed));
  }
}
