package dev.heddle.stub;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a stub has counted since it started or was last reset, as {@code /stats} tells it (in snake
 * case).
 *
 * <p>At every moment {@code received = completed + abortedByClient + faulted + inFlight}, in all
 * and for each route. Requests to {@code /stats} and what is below it are in none of the figures,
 * and neither is a connection that carried nothing else.
 *
 * @param acceptedConnections connections accepted
 * @param openConnections connections open now
 * @param refusedConnections connections above the limit, answered with 503
 * @param unexpectedErrors connections that the stub closed after an error of its own; a fault of
 *     the stub that should be reported
 * @param received requests read, whatever their answer; those in flight at a reset are carried over
 * @param completed requests whose whole answer was handed to the connection, whatever its status; a
 *     body above 16 KiB counts once it is sent
 * @param abortedByClient requests whose connection closed before they were answered
 * @param faulted requests that a fault left without a whole answer, on purpose
 * @param inFlight requests received and not yet answered
 * @param highestInFlight most requests in flight at once; a reset sets it to those in flight then
 * @param abortedAfterUs from the moment a request was read to its client's going away
 * @param delayErrorUs of each delayed answer, the actual delay less the planned one
 * @param loopLagUs how late the event loops ran a task that was due every 10 ms
 * @param routes the same by route, for those that were asked; {@code (unknown)} and {@code
 *     (malformed)} stand for requests that reached none
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StubStats(
    long acceptedConnections,
    long openConnections,
    long refusedConnections,
    long unexpectedErrors,
    long received,
    long completed,
    long abortedByClient,
    long faulted,
    long inFlight,
    long highestInFlight,
    Micros abortedAfterUs,
    Micros delayErrorUs,
    Micros loopLagUs,
    Map<String, Route> routes) {

  /** Copies the routes. */
  public StubStats {
    routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
  }

  /** One route's requests, all zero where it was not asked; by its template, as {@code /get}. */
  public Route route(String template) {
    return routes.getOrDefault(template, Route.NONE);
  }

  /**
   * A distribution of durations, in microseconds; all zero where nothing was timed.
   *
   * @param count how many were timed
   * @param min the least, exact and possibly negative
   * @param p50 the median, like the others to three digits
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Micros(long count, double min, double p50, double p99, double p999, double max) {}

  /**
   * One route's requests.
   *
   * @param statuses completed requests by the status of their answer
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Route(
      long received,
      long completed,
      long abortedByClient,
      long faulted,
      long inFlight,
      Map<Integer, Long> statuses) {

    private static final Route NONE = new Route(0, 0, 0, 0, 0, Map.of());

    /** Copies the statuses. */
    public Route {
      statuses = Collections.unmodifiableMap(new LinkedHashMap<>(statuses));
    }
  }
}
