package dev.heddle.load;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What became of the arrivals of one phase of a run. All times are in nanoseconds.
 *
 * @param books how many became what
 * @param response from the moment at which a plan was to start to its end
 * @param service from the moment at which it did start to its end
 * @param lag from the moment at which it was to start to that at which it did
 * @param perSecond plans that yielded a value, per second, until the last plan ended
 * @param failures how often plans failed in which way
 */
public record PhaseResult(
    Books books,
    Histogram response,
    Histogram service,
    Histogram lag,
    double perSecond,
    Map<String, Long> failures) {

  /** Copies the failures. */
  public PhaseResult {
    failures = Collections.unmodifiableMap(new TreeMap<>(failures));
  }
}
