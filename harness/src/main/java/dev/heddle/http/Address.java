package dev.heddle.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** Where a request goes; connections are pooled by it. */
record Address(String host, int port) {

  private static final int HTTP_PORT = 80;

  static Address of(URI target) {
    return new Address(target.getHost(), target.getPort() < 0 ? HTTP_PORT : target.getPort());
  }

  /** Whether the host is an IP address, which takes no look-up. */
  boolean isLiteral() {
    try {
      InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Looks a host name up, which blocks; a literal address is taken as it is. */
  InetSocketAddress resolve() throws UnknownHostException {
    try {
      return new InetSocketAddress(InetAddress.getByName(host), port);
    } catch (UnknownHostException e) {
      throw ExchangeErrors.unknownHost(this, e);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
