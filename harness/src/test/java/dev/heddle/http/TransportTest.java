package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransportTest {

  @Test
  void socketIsRefusedWhereNobodyMayBlock() {
    assertThatThrownBy(() -> Transport.SOCKET.openAsync(ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("blocks its thread")
        .hasMessageContaining("use 'netty' or 'jdk' there");
  }

  @Test
  void unknownNameListsWhatThereIs() {
    assertThatThrownBy(() -> Transport.named("udp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Transport 'udp' is unknown; available: socket, netty, jdk");
  }
}
