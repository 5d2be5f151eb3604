package dev.heddle.http;

import java.io.IOException;

/** A response arrived whole, with another status than the policy expects. */
public final class UnexpectedStatusException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /** An answer of {@code status} to {@code target} where {@code expected} was expected. */
  public UnexpectedStatusException(Object target, int status, int expected) {
    super("%s answered %d; the policy expects %d".formatted(target, status, expected));
    this.status = status;
  }

  /** The status that came. */
  public int status() {
    return status;
  }
}
