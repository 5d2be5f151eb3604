package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTest {

  @ParameterizedTest
  @EnumSource(names = {"SOCKET", "APACHE"})
  void whatBlocksIsRefusedWhereNobodyMayBlock(Transport transport) {
    assertThat(transport.blocks()).isTrue();
    assertThatThrownBy(() -> transport.openAsync(ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Transport '%s' blocks its thread", transport.commandLineName())
        .hasMessageContaining("use 'netty' or 'jdk' there");
  }

  @Test
  void unknownNameListsWhatThereIs() {
    assertThatThrownBy(() -> Transport.named("udp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Transport 'udp' is unknown; available: socket, apache, netty, jdk");
  }
}
