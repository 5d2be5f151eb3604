package dev.heddle.stub;

/**
 * A request with its reply made ready, for as often as the same head comes again.
 *
 * @param head what the request looks like
 * @param tally where it is counted
 * @param turns what is done with it, by number
 * @param numbered whether the turns depend on the number
 * @param key the number that it brought itself, or {@link Numbers#NONE}
 * @param last whether the connection ends after the answer
 * @param bodyLength bytes that follow the head and are skipped
 */
record Prepared(
    HeadPattern head,
    RouteTally tally,
    Turns turns,
    boolean numbered,
    long key,
    boolean last,
    int bodyLength)
    implements Parsed {

  /** No request at all. */
  static final Prepared NOTHING =
      new Prepared(
          HeadPattern.NONE,
          new RouteTally("(none)", false, new Tally(), new Numbers()),
          number -> {
            throw new IllegalStateException("no request has been read yet");
          },
          false,
          Numbers.NONE,
          false,
          0);

  /** The number of one such request: its key, or the route's next. */
  long number(long ownKey) {
    return numbered ? tally.numbers().of(ownKey) : 0;
  }
}
