package dev.heddle.benchmarks.run;

import java.io.IOException;

/** A folder cannot be used for a run; the message says why and what to do. */
public final class UnusableFolderException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With a message for the user. */
  public UnusableFolderException(String message) {
    super(message);
  }
}
