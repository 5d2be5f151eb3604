package dev.heddle.benchmarks;

import java.io.Serial;
import java.util.function.Supplier;

/** The failure of one child, and when it came. One child fails at a time; any thread may look. */
final class PlannedFailure implements Supplier<Exception> {

  /** Without a stack trace: to make it takes no time worth counting. */
  private static final class ChildFailedException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private ChildFailedException() {
      super("a child fails, as planned", null, false, false);
    }
  }

  private volatile boolean happened;
  private volatile long nanos;

  /** Before the next operation. */
  void forget() {
    happened = false;
  }

  /** Fails now. */
  @Override
  public Exception get() {
    nanos = System.nanoTime();
    happened = true;
    return new ChildFailedException();
  }

  boolean hasHappened() {
    return happened;
  }

  /** When it came, of {@link System#nanoTime}. */
  long nanos() {
    return nanos;
  }
}
