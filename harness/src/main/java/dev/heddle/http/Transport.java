package dev.heddle.http;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How an exchange is carried. */
public enum Transport {
  /** Lean HTTP/1.1 over blocking sockets with a keep-alive pool. */
  SOCKET("socket"),
  /** Apache HttpClient 5, classic: the blocking client that most JVM services use. */
  APACHE("apache"),
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

  /** Whether an exchange takes a thread, so that event-driven models cannot use it. */
  public boolean blocks() {
    return switch (this) {
      case SOCKET, APACHE -> true;
      case NETTY, JDK -> false;
    };
  }

  /**
   * Opens a client for callers that block. Where the transport is event-driven they park meanwhile.
   */
  public BlockingClient openBlocking(ExchangePolicy policy) {
    return switch (this) {
      case SOCKET -> new SocketClient(policy);
      case APACHE -> new ApacheClient(policy);
      case NETTY -> new BlockingOverAsync(openAsync(policy));
      case JDK -> new JdkClient(policy);
    };
  }

  /**
   * Opens a client for callers that must not block. Netty gets as many event loops of its own as
   * there are cores; on those of a model, see {@link NettyClient#on}.
   *
   * @throws IllegalArgumentException if the transport can only block
   */
  public AsyncClient openAsync(ExchangePolicy policy) {
    return switch (this) {
      case SOCKET, APACHE ->
          throw new IllegalArgumentException(
              ("Transport '%s' blocks its thread for each exchange, which an event-driven model"
                      + " must not do; use 'netty' or 'jdk' there")
                  .formatted(commandLineName));
      case NETTY -> NettyClient.onOwnLoops(Runtime.getRuntime().availableProcessors(), policy);
      case JDK -> new JdkClient(policy);
    };
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
