package dev.heddle.stub;

import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * How an open loop loads a stub.
 *
 * @param address the stub's, as {@code http://127.0.0.1:40123}
 * @param rate arrivals a second, up to a million
 * @param connections open at once at most, 1 to 60,000
 * @param timeout seconds from sending a request to giving it up, above 0 and up to 3,600
 * @param keyed whether each request's query has a key of its own
 */
record LoadOptions(URI address, double rate, int connections, double timeout, boolean keyed) {

  LoadOptions {
    requireRange("rate", rate, 0.001, 1e6);
    requireRange("connections", connections, 1, 60_000);
    requireRange("timeout", timeout, 0.001, 3600);
    if (!"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
      throw new IllegalArgumentException(
          "address is '%s'; allowed: http://HOST:PORT".formatted(address));
    }
  }

  String host() {
    return address.getHost();
  }

  int port() {
    return address.getPort();
  }

  long timeoutNanos() {
    return (long) (timeout * TimeUnit.SECONDS.toNanos(1));
  }

  static void requireRange(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s; allowed: %s to %s".formatted(name, value, low, high));
    }
  }
}
