package dev.heddle.http;

import dev.heddle.plan.Response;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * The classes that an exchange over a socket comes to need, loaded by the thread that opens a
 * client.
 *
 * <p>A virtual thread that loads a class keeps its carrier. If every carrier does so and waits for
 * the jar's lock, and whoever holds that lock has given its own carrier up to wait for another
 * (opening a socket and reading a jar both register with one cleaner), the JVM stands still: seen
 * on JDK 25.0.3 where 9,000 virtual threads made the first exchanges of a process on two carriers.
 */
final class ExchangeClasses {

  private static final List<Class<?>> NEEDED =
      List.of(
          Address.class,
          BodyBuffer.class,
          BodyTooLargeException.class,
          ConnectionTurns.class,
          ExchangeErrors.class,
          Framing.class,
          Response.class,
          ResponseDeadline.class,
          ResponseParser.class,
          SocketConnection.class,
          SocketPool.class,
          UnexpectedStatusException.class,
          WireRequest.class);

  private ExchangeClasses() {}

  static void load() {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    for (Class<?> needed : NEEDED) {
      try {
        lookup.ensureInitialized(needed);
      } catch (IllegalAccessException e) {
        throw new AssertionError("a class of this program is not accessible to it", e);
      }
    }
  }
}
