package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {

  /**
   * Client and server share this JVM's clock; the request is read after it was sent, so early is
   * early for both.
   */
  @ParameterizedTest
  @ValueSource(strings = {"0.0001", "0.001", "0.0015", "0.01", "0.05", "0.2"})
  void aDelayedAnswerIsNeverEarly(String seconds) throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient client = WireClient.connect(server.address())) {
      for (int i = 0; i < 8; i++) {
        long sent = System.nanoTime();
        client.get("/delay/" + seconds).read();
        assertThat(System.nanoTime() - sent)
            .isGreaterThanOrEqualTo(new BigDecimal(seconds).movePointRight(9).longValueExact());
      }
    }
  }

  @Test
  void shorterDelaysOvertakeLongerOnesOnOtherConnections() throws IOException {
    try (StubServer server = StubServer.start(StubOptions.DEFAULT);
        WireClient slow = WireClient.connect(server.address());
        WireClient fast = WireClient.connect(server.address())) {
      slow.get("/delay/3600");
      StubStats _ = Eventually.see(server::stats, stats -> stats.inFlight() == 1);
      fast.get("/delay/0.01");
      assertThat(fast.read().status()).isEqualTo(200);
      assertThat(server.stats().inFlight()).isEqualTo(1);
    }
  }
}
