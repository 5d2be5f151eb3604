package dev.heddle.stub;

/**
 * A request that gets an error answer. Carries no stack trace: it is an answer, not a fault of the
 * stub.
 */
final class RefusedRequest extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedRequest(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** 400 for an argument of a route, naming it, its value and what is allowed. */
  static RefusedRequest badArgument(String name, String value, String allowed) {
    return new RefusedRequest(400, "%s is '%s'; allowed: %s".formatted(name, value, allowed));
  }

  Reply reply() {
    return new Reply.Now(Content.error(status, String.valueOf(getMessage())));
  }
}
