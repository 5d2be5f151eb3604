package dev.heddle.http;

import dev.heddle.plan.Request;
import java.net.URI;
import java.util.function.IntSupplier;

/** A client of either kind as the contract tests see it. */
abstract class Carrier implements AutoCloseable {

  private final IntSupplier inFlight;
  private final Runnable closing;

  Carrier(IntSupplier inFlight, Runnable closing) {
    this.inFlight = inFlight;
    this.closing = closing;
  }

  abstract Exchange begin(Request request);

  Exchange get(URI target) {
    return begin(Request.get(target));
  }

  int inFlight() {
    return inFlight.getAsInt();
  }

  @Override
  public void close() {
    closing.run();
  }
}
