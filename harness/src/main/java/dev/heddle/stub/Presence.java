package dev.heddle.stub;

/**
 * Whether a connection is in the books. It is from its first moment; one that has asked for nothing
 * but the statistics is taken out again, so that watching the stub does not change what is seen.
 */
final class Presence {

  private final Counters counters;
  private boolean counted;
  private boolean worked;
  private int period;

  Presence(Counters counters) {
    this.counters = counters;
  }

  void opened() {
    period = counters.connectionOpened();
    counted = true;
  }

  void asked(boolean work) {
    worked |= work;
    if (worked && !counted) {
      opened();
    } else if (!worked && counted) {
      counters.connectionOnlyObserves(period);
      counted = false;
    }
  }

  void closed() {
    if (counted) {
      counters.connectionClosed();
      counted = false;
    }
  }
}
