package dev.heddle.stub;

import java.nio.file.Path;
import java.util.List;

/**
 * How a stub is started.
 *
 * @param bind address or host name to listen on; loopback unless somebody asks for more
 * @param port TCP port, 0 to 65535; 0 lets the system choose a free one
 * @param threads event loops, 1 to 1024
 * @param transport what they wait on
 * @param warmed whether {@link StubProcess} warms the server before it hands it over; a {@link
 *     StubServer} in this JVM is never warmed
 * @param seed of what is drawn for requests that bring no seed of their own
 * @param limits what it puts up with
 * @param empirical files of latencies for {@code /latency/empirical}
 */
public record StubOptions(
    String bind,
    int port,
    int threads,
    StubTransport transport,
    boolean warmed,
    long seed,
    StubLimits limits,
    List<Path> empirical) {

  /** A free port on loopback, one event loop on the best transport there is, warmed. */
  public static final StubOptions DEFAULT =
      new StubOptions(
          "127.0.0.1", 0, 1, StubTransport.available(), true, 1, StubLimits.DEFAULT, List.of());

  /** Checks the ranges. */
  public StubOptions {
    requireRange("port", port, 0, 65_535);
    requireRange("threads", threads, 1, 1024);
    empirical = List.copyOf(empirical);
    if (bind.isBlank()) {
      throw new IllegalArgumentException(
          "bind is empty; give an address to listen on, for example 127.0.0.1");
    }
  }

  /** The same options listening on another address. */
  public StubOptions withBind(String address) {
    return new StubOptions(address, port, threads, transport, warmed, seed, limits, empirical);
  }

  /** The same options on another port; 0 lets the system choose. */
  public StubOptions withPort(int number) {
    return new StubOptions(bind, number, threads, transport, warmed, seed, limits, empirical);
  }

  /** The same options with another number of event loops. */
  public StubOptions withThreads(int loops) {
    return new StubOptions(bind, port, loops, transport, warmed, seed, limits, empirical);
  }

  /** The same options on another transport. */
  public StubOptions withTransport(StubTransport other) {
    return new StubOptions(bind, port, threads, other, warmed, seed, limits, empirical);
  }

  /**
   * The same options without the warm-up: ready at once, and slow for its first seconds. For tests.
   */
  public StubOptions unwarmed() {
    return new StubOptions(bind, port, threads, transport, false, seed, limits, empirical);
  }

  /** The same options with another seed. */
  public StubOptions withSeed(long other) {
    return new StubOptions(bind, port, threads, transport, warmed, other, limits, empirical);
  }

  /** The same options with other limits. */
  public StubOptions withLimits(StubLimits other) {
    return new StubOptions(bind, port, threads, transport, warmed, seed, other, empirical);
  }

  /** The same options with files of latencies. */
  public StubOptions withEmpirical(List<Path> files) {
    return new StubOptions(bind, port, threads, transport, warmed, seed, limits, files);
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s is %d; allowed: %d to %d".formatted(name, value, low, high));
    }
  }
}
