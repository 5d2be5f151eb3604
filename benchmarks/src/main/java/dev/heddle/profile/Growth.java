package dev.heddle.profile;

import org.openjdk.jmh.profile.ProfilerException;

/** By how much a counter grows during an iteration. */
final class Growth {

  private final Counter counter;
  private long before;

  private Growth(Counter counter) {
    this.counter = counter;
  }

  /**
   * The growth of a counter.
   *
   * @throws ProfilerException with the reason if the counter cannot be told here
   */
  static Growth of(Counter counter, String otherwise) throws ProfilerException {
    if (counter.read() == Counter.UNKNOWN) {
      throw new ProfilerException(otherwise);
    }
    return new Growth(counter);
  }

  void begin() {
    before = counter.read();
  }

  /** Since {@link #begin}. */
  long end() {
    return counter.read() - before;
  }
}
