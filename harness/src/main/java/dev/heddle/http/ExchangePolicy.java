package dev.heddle.http;

import java.time.Duration;

/**
 * What every exchange is held to, whatever carries it: contestants with unequal limits cannot be
 * compared.
 *
 * @param connectTimeout longest time to establish a connection; longer than zero
 * @param responseTimeout longest time from the first byte sent to the last byte received; longer
 *     than zero
 * @param expectedStatus the one status code that counts as success, or 0 to accept every code
 * @param bodyLimit largest accepted body, in bytes
 * @param connectionLimit most connections open at once to one address; further exchanges wait, in
 *     order
 */
public record ExchangePolicy(
    Duration connectTimeout,
    Duration responseTimeout,
    int expectedStatus,
    int bodyLimit,
    int connectionLimit) {

  /**
   * Two seconds to connect, thirty to answer, status 200, bodies up to 16 MiB, 10,000 connections.
   */
  public static final ExchangePolicy DEFAULT =
      new ExchangePolicy(Duration.ofSeconds(2), Duration.ofSeconds(30), 200, 16 << 20, 10_000);

  /** Checks that every limit can be kept. */
  public ExchangePolicy {
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("responseTimeout", responseTimeout);
    requireRange("expectedStatus", expectedStatus, 0, 999);
    requireRange("bodyLimit", bodyLimit, 0, Integer.MAX_VALUE - 8);
    requireRange("connectionLimit", connectionLimit, 1, 1_000_000);
  }

  /** The same policy with another response timeout. */
  public ExchangePolicy withResponseTimeout(Duration timeout) {
    return new ExchangePolicy(connectTimeout, timeout, expectedStatus, bodyLimit, connectionLimit);
  }

  /** The same policy with another expected status; 0 accepts every code. */
  public ExchangePolicy withExpectedStatus(int status) {
    return new ExchangePolicy(connectTimeout, responseTimeout, status, bodyLimit, connectionLimit);
  }

  /** The same policy with another limit on the size of a body, in bytes. */
  public ExchangePolicy withBodyLimit(int bytes) {
    return new ExchangePolicy(
        connectTimeout, responseTimeout, expectedStatus, bytes, connectionLimit);
  }

  /** The same policy with another limit on open connections. */
  public ExchangePolicy withConnectionLimit(int connections) {
    return new ExchangePolicy(
        connectTimeout, responseTimeout, expectedStatus, bodyLimit, connections);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(
          "%s is %s; it must be longer than zero".formatted(name, value));
    }
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s is %d; allowed: %d to %d".formatted(name, value, low, high));
    }
  }
}
