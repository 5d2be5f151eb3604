package dev.heddle.stub;

/**
 * Whether a connection is in the books. It is from its first moment; one that has asked for nothing
 * but the statistics is taken out again, so that watching the stub does not change what is seen.
 */
final class Presence {

  private final Books books;
  private boolean counted;
  private boolean worked;
  private int period;

  Presence(Books books) {
    this.books = books;
  }

  void opened() {
    period = books.connectionOpened();
    counted = true;
  }

  void asked(boolean work) {
    worked |= work;
    if (worked && !counted) {
      opened();
    } else if (!worked && counted) {
      books.connectionOnlyObserves(period);
      counted = false;
    }
  }

  void closed() {
    if (counted) {
      books.connectionClosed();
      counted = false;
    }
  }
}
