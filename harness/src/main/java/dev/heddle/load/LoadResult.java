package dev.heddle.load;

/**
 * What a load brought about.
 *
 * @param warmUp of arrivals before it counted
 * @param measured of those that count
 * @param highestInFlight most plans unfinished at once, over both phases
 */
public record LoadResult(PhaseResult warmUp, PhaseResult measured, int highestInFlight) {

  /** Plans started in both phases. */
  public long started() {
    return warmUp.books().started() + measured.books().started();
  }

  /** Plans of both phases that ended otherwise than with a value, or did not end. */
  public long spoilt() {
    return spoilt(warmUp.books()) + spoilt(measured.books());
  }

  private static long spoilt(Books books) {
    return books.started() - books.succeeded();
  }
}
