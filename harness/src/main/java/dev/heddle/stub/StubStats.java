package dev.heddle.stub;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What a stub has counted since it started or was last reset, as {@code /stats} tells it (in snake
 * case).
 *
 * <p>At every moment {@code received = completed + abortedByClient + inFlight}. Requests to {@code
 * /stats} and {@code /stats/reset} are in none of the figures, and neither is a connection that
 * carried nothing else.
 *
 * @param acceptedConnections connections accepted
 * @param openConnections connections open now
 * @param received requests read, whatever their answer; those in flight at a reset are carried over
 * @param completed requests whose answer was handed to the connection; a body above 16 KiB counts
 *     once it is sent
 * @param abortedByClient requests whose connection closed before they were answered
 * @param inFlight requests received and not yet answered
 * @param highestInFlight most requests in flight at once; a reset sets it to those in flight then
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StubStats(
    long acceptedConnections,
    long openConnections,
    long received,
    long completed,
    long abortedByClient,
    long inFlight,
    long highestInFlight) {}
