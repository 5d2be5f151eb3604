package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTest {

  @ParameterizedTest
  @EnumSource
  void answersAlikeOnEveryTransport(StubTransport transport) throws IOException {
    assumeThat(transport.unavailability()).as("not available on this machine").isEmpty();
    try (StubServer server = StubServer.start(StubOptions.DEFAULT.withTransport(transport));
        WireClient client = WireClient.connect(server.address())) {
      client.send(
          Stream.of("/delay/0.05", "/get", "/bytes/1048576", "/fault/close")
              .map("GET %s HTTP/1.1\r\nHost: stub\r\n\r\n"::formatted)
              .collect(Collectors.joining()));
      assertThat(client.read().json().get("method").asText()).isEqualTo("GET");
      assertThat(client.read().status()).isEqualTo(200);
      assertThat(client.read().body()).hasSize(1 << 20);
      assertThat(client.isAtEnd()).isTrue();
      StubStats stats = Eventually.see(server::stats, seen -> seen.openConnections() == 0);
      assertThat(Counts.of(stats)).isEqualTo(new Counts(1, 0, 4, 3, 0, 0, 4));
      assertThat(stats.delayErrorUs().min()).isNotNegative();
    }
  }

  @Test
  void theNamesAreThoseOfTheCommandLine() {
    assertThat(StubTransport.named("io_uring")).contains(StubTransport.IO_URING);
    assertThat(StubTransport.named("IO_URING")).isEmpty();
  }
}
