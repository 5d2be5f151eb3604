package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PipelinedAbortTest {

  /**
   * More requests than the stub reads ahead, so that it has stopped reading when the client goes.
   */
  @Test
  void aClientThatGoesAwayWhileItIsHeldBackIsNoticed() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT)) {
      try (WireClient client = WireClient.connect(server.address())) {
        client.send("GET /delay/3600 HTTP/1.1\r\nHost: stub\r\n\r\n".repeat(1100));
        StubStats held = Eventually.see(server::stats, stats -> stats.inFlight() == 1024);
        assertThat(held.inFlight()).isEqualTo(1024);
      }
      StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
      assertThat(Counts.of(stats)).isEqualTo(new Counts(1, 0, 1024, 0, 1024, 0, 1024));
    }
  }
}
