package dev.heddle.reports.read;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one fork measured under an offered load.
 *
 * @param name of its files, without what tells them apart
 * @param parameters what was run, by name, in the file's order
 * @param valid whether its figures may be quoted
 * @param reasons why not, one sentence each; empty if it is valid
 * @param offeredPerSecond planned arrivals per second
 * @param achievedPerSecond requests answered per second
 * @param exchangesPerSecond HTTP exchanges of those per second, where the file tells
 * @param highestInFlight the most requests that were open at once
 * @param times how long requests took
 * @param driverCpu CPU seconds of the driver's process for each request, warm-up included
 * @param serverCpu CPU seconds of the server's process for each request, warm-up included
 */
public record LoadFork(
    String name,
    Map<String, String> parameters,
    boolean valid,
    List<String> reasons,
    double offeredPerSecond,
    double achievedPerSecond,
    OptionalDouble exchangesPerSecond,
    long highestInFlight,
    Times times,
    OptionalDouble driverCpu,
    OptionalDouble serverCpu) {

  public LoadFork {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    reasons = List.copyOf(reasons);
  }

  /**
   * Histograms in seconds; a value is the greatest of its HdrHistogram bucket.
   *
   * @param response from the planned arrival to the answer
   * @param service from the real start to the answer
   * @param lag from the planned arrival to the real start: the driver's own fault
   */
  public record Times(Histogram response, Histogram service, Histogram lag) {}
}
