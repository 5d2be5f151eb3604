package dev.heddle.load;

import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What a report says of a histogram of nanoseconds, in microseconds. */
final class Percentiles {

  static final double NANOS_PER_MICRO = 1e3;

  private Percentiles() {}

  /** By name: mean, p50, p90, p99, p999, max; all zero for an empty histogram. */
  static Map<String, Double> micros(Histogram histogram) {
    Map<String, Double> micros = new LinkedHashMap<>();
    boolean empty = histogram.getTotalCount() == 0;
    micros.put("mean", empty ? 0 : histogram.getMean() / NANOS_PER_MICRO);
    micros.put("p50", micros(histogram, 50));
    micros.put("p90", micros(histogram, 90));
    micros.put("p99", micros(histogram, 99));
    micros.put("p999", micros(histogram, 99.9));
    micros.put("max", empty ? 0 : histogram.getMaxValue() / NANOS_PER_MICRO);
    return micros;
  }

  private static double micros(Histogram histogram, double percentile) {
    return histogram.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
  }
}
