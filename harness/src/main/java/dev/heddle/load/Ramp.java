package dev.heddle.load;

/**
 * Arrivals whose rate rises evenly from nothing during the first half of the warm-up and is the
 * full one from then on. At the full rate at once, cold code and a client without connections would
 * be overloaded at rates that they carry well a second later, and what that leaves behind
 * (timeouts, a queue) would decide the figures.
 *
 * <p>With the warm-up W the n-th arrival, which at the full rate would be due at s, is due at
 * sqrt(s W) for s below W/4, and at s + W/4 afterwards: gaps stay as they are once it counts.
 *
 * @param atFullRate the arrivals without a ramp
 * @param warmUpNanos for how long plans are started before it counts; 0 or more
 */
record Ramp(Arrivals.Schedule atFullRate, long warmUpNanos) implements Arrivals.Schedule {

  @Override
  public long next() {
    long due = atFullRate.next();
    long quarter = warmUpNanos / 4;
    return due < quarter ? (long) Math.sqrt((double) due * warmUpNanos) : due + quarter;
  }
}
