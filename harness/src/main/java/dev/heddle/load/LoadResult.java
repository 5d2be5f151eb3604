package dev.heddle.load;

import java.util.Map;
import java.util.TreeMap;

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

  /** How often plans of both phases failed in which way. */
  public Map<String, Long> failures() {
    Map<String, Long> failures = new TreeMap<>(measured.failures());
    warmUp.failures().forEach((kind, count) -> failures.merge(kind, count, Long::sum));
    return failures;
  }

  private static long spoilt(Books books) {
    return books.started() - books.succeeded();
  }
}
