package dev.heddle.stub;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Drives a server over its own socket until its rate is flat (see {@link Plateau}), at most twelve
 * seconds, then resets its statistics. The client is plain blocking sockets, so that it leaves no
 * types of its own in the server's compiled code.
 */
final class WarmUp {

  private static final int CONNECTIONS = 32;
  private static final int ROUNDS_PER_REQUEST = 8;
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  // Two of three at once and one by the timer, in turns, so that both a repeated head and a new one
  // are compiled.
  private static final List<String> TARGETS =
      List.of(
          "/get",
          "/bytes/2",
          "/get",
          "/bytes/2",
          "/delay/0.0005",
          "/latency/constant?value=0&key=7");

  private WarmUp() {}

  static void run(StubServer server, StubLimits limits) throws IOException {
    int number = Math.min(CONNECTIONS, limits.connections());
    List<WarmConnection> connections = connect(server.address(), number);
    try {
      drive(connections);
    } finally {
      for (WarmConnection connection : connections) {
        connection.close();
      }
    }
    awaitNoConnection(server);
    server.resetStats();
  }

  private static List<WarmConnection> connect(URI address, int number) throws IOException {
    List<WarmConnection> connections = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      connections.add(WarmConnection.open(address));
    }
    return connections;
  }

  private static void drive(List<WarmConnection> connections) throws IOException {
    List<Double> rates = new ArrayList<>();
    long start = System.nanoTime();
    while (!Plateau.isFlat(rates) && System.nanoTime() - start < MAX_NANOS) {
      rates.add(window(connections));
    }
  }

  /** Requests per second over one window. */
  private static double window(List<WarmConnection> connections) throws IOException {
    long start = System.nanoTime();
    long requests = 0;
    while (System.nanoTime() - start < WINDOW_NANOS) {
      for (String target : TARGETS) {
        for (int round = 0; round < ROUNDS_PER_REQUEST; round++) {
          exchange(connections, target);
          requests += connections.size();
        }
      }
    }
    return requests * 1e9 / (System.nanoTime() - start);
  }

  private static void exchange(List<WarmConnection> connections, String target) throws IOException {
    for (WarmConnection connection : connections) {
      connection.ask(target);
    }
    for (WarmConnection connection : connections) {
      connection.readAnswer();
    }
  }

  private static void awaitNoConnection(StubServer server) {
    long start = System.nanoTime();
    while (server.stats().openConnections() > 0 && System.nanoTime() - start < CLOSE_NANOS) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
