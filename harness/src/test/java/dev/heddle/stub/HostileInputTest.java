package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand malformed requests, the same ones each time. A stub may answer them, refuse them or
 * hang up; it may not crash, lose count, or stop answering others.
 */
class HostileInputTest {

  private static final long SEED = 20_261_126;
  private static final int REQUESTS = 10_000;
  private static final int CHECK_EACH = 250;

  @Test
  void noneCrashesTheServerOrMakesItLoseCount() throws IOException {
    HostileRequests requests = new HostileRequests(new SplittableRandom(SEED));
    try (StubServer server = StubServer.start(StubOptions.DEFAULT)) {
      for (int i = 0; i < REQUESTS; i++) {
        String request = requests.next();
        try (WireClient client = WireClient.connect(server.address())) {
          assertThat(client.sendAllAndReadToTheEnd(request))
              .as(request)
              .matches("(?s)|HTTP/1.1 .*|[\u0080-\u00ff].*");
        }
        if (i % CHECK_EACH == 0) {
          assertStillAnswers(server);
        }
      }
      assertStillAnswers(server);
      StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
      assertThat(stats.openConnections()).isZero();
      assertThat(stats.inFlight()).isZero();
      assertThat(stats.unexpectedErrors()).isZero();
      assertThat(stats.received())
          .isEqualTo(stats.completed() + stats.abortedByClient() + stats.faulted());
      assertThat(stats.route("(malformed)").received()).isGreaterThan(REQUESTS / 2);
    }
  }

  private static void assertStillAnswers(StubServer server) throws IOException {
    try (WireClient client = WireClient.connect(server.address())) {
      assertThat(client.get("/get").read().status()).isEqualTo(200);
    }
  }
}
