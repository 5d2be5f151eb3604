package dev.heddle.benchmarks.reference;

import java.io.IOException;

/** What the reference needs is not there; the message says what, and how to get it. */
public final class MissingPythonException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public MissingPythonException(String message) {
    super(message);
  }
}
