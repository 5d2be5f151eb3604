package dev.heddle.model;

/** Refuses work on a model that has been closed. */
final class Closed {

  private Closed() {}

  static void refuse(boolean closed) {
    if (closed) {
      throw refusal();
    }
  }

  static IllegalStateException refusal() {
    return new IllegalStateException(
        "The execution model is closed; open another one to run plans");
  }
}
