package dev.heddle.stub;

/**
 * How a stub is started.
 *
 * @param bind address or host name to listen on; loopback unless somebody asks for more
 * @param port TCP port, 0 to 65535; 0 lets the system choose a free one
 * @param threads event loops, 1 to 1024
 * @param warmed whether {@link StubProcess} warms the server before it hands it over; a {@link
 *     StubServer} in this JVM is never warmed
 */
public record StubOptions(String bind, int port, int threads, boolean warmed) {

  /** A free port on loopback, one event loop, warmed. */
  public static final StubOptions DEFAULT = new StubOptions("127.0.0.1", 0, 1, true);

  /** Checks the ranges. */
  public StubOptions {
    requireRange("port", port, 0, 65_535);
    requireRange("threads", threads, 1, 1024);
    if (bind.isBlank()) {
      throw new IllegalArgumentException(
          "bind is empty; give an address to listen on, for example 127.0.0.1");
    }
  }

  /** The same options listening on another address. */
  public StubOptions withBind(String address) {
    return new StubOptions(address, port, threads, warmed);
  }

  /** The same options on another port; 0 lets the system choose. */
  public StubOptions withPort(int number) {
    return new StubOptions(bind, number, threads, warmed);
  }

  /** The same options with another number of event loops. */
  public StubOptions withThreads(int loops) {
    return new StubOptions(bind, port, loops, warmed);
  }

  /**
   * The same options without the warm-up: ready at once, and slow for its first seconds. For tests.
   */
  public StubOptions unwarmed() {
    return new StubOptions(bind, port, threads, false);
  }

  private static void requireRange(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s is %d; allowed: %d to %d".formatted(name, value, low, high));
    }
  }
}
