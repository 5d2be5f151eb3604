package dev.heddle.load.scenario;

/** A scenario file that is not one; the message is one line with the place and what is allowed. */
public final class ScenarioFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** A mistake and its place. */
  public ScenarioFileException(String message) {
    super(message);
  }
}
