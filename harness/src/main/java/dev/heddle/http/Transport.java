package dev.heddle.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How an exchange is carried. */
public enum Transport {
  /** Lean HTTP/1.1 over blocking sockets with a keep-alive pool. */
  SOCKET("socket"),
  /** A Netty pipeline with a keep-alive pool for each event loop. */
  NETTY("netty"),
  /** The JDK's {@code java.net.http.HttpClient}, pinned to HTTP/1.1. */
  JDK("jdk");

  private final String commandLineName;

  Transport(String commandLineName) {
    this.commandLineName = commandLineName;
  }

  /** The name on command lines and in reports. */
  public String commandLineName() {
    return commandLineName;
  }

  /**
   * The transport of that command-line name.
   *
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  public static Transport named(String name) {
    return Arrays.stream(values())
        .filter(transport -> transport.commandLineName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Transport '%s' is unknown; available: %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(Transport::commandLineName)
                                .collect(Collectors.joining(", ")))));
  }
}
