package dev.heddle.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What a rate must keep to be called met: {@code p99=50ms,errors=0.1%}.
 *
 * @param text as it was written
 * @param limits in nanoseconds, by percentile (100 for the maximum), of the response time
 * @param errors the largest share of arrivals that may end otherwise than with a value, or not
 *     start
 */
public record Objective(String text, Map<Double, Long> limits, double errors) {

  private static final Pattern LIMIT =
      Pattern.compile("(p[0-9]{1,2}(?:\\.[0-9]{1,3})?|max)=([0-9]*\\.?[0-9]+)(us|ms|s)");
  private static final Pattern ERRORS = Pattern.compile("errors=([0-9]*\\.?[0-9]+)%");

  /** Copies the limits. */
  public Objective {
    limits = Map.copyOf(limits);
  }

  /**
   * Reads an objective.
   *
   * @throws IllegalArgumentException if it is not written so, or has no limit on a time
   */
  public static Objective parse(String text) {
    Map<Double, Long> limits = new TreeMap<>();
    double errors = 0;
    for (String part : text.split(",", -1)) {
      Matcher limit = LIMIT.matcher(part);
      Matcher share = ERRORS.matcher(part);
      if (limit.matches()) {
        limits.put(
            percentile(limit.group(1)), WrittenTime.of(limit.group(2), limit.group(3)).nanos());
      } else if (share.matches()) {
        errors = new BigDecimal(share.group(1)).movePointLeft(2).doubleValue();
      } else {
        throw malformed(text);
      }
    }
    if (limits.isEmpty() || errors > 1) {
      throw malformed(text);
    }
    return new Objective(text, limits, errors);
  }

  /** What of it a run did not keep, a sentence each; empty if it was met. */
  public List<String> missedBy(Histogram response, Books books) {
    List<String> missed = new ArrayList<>();
    limits.forEach(
        (percentile, limit) -> {
          long value = response.getValueAtPercentile(percentile);
          if (value > limit) {
            missed.add(
                "p%s is %.3f ms, above %.3f ms".formatted(percentile, value / 1e6, limit / 1e6));
          }
        });
    long spoilt = books.planned() - books.succeeded();
    if (spoilt > errors * books.planned()) {
      missed.add(
          "%d of %d arrivals did not end with a value, above %s %%"
              .formatted(spoilt, books.planned(), errors * 100));
    }
    return missed;
  }

  private static double percentile(String name) {
    return name.equals("max") ? 100 : Double.parseDouble(name.substring(1));
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "objective is '%s'; allowed: percentiles or max with a time, and a share of errors, such as p99=50ms,p99.9=200ms,errors=0.1%%"
            .formatted(text));
  }
}
