package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;

class ApacheConnectionTest {

  private final Set<ApacheConnection> open = ConcurrentHashMap.newKeySet();

  @Test
  void aSocketThatComesAfterTheCloseIsClosed() throws Exception {
    ApacheConnection connection = ApacheConnection.create(ExchangePolicy.DEFAULT, open);
    connection.close(CloseMode.IMMEDIATE);
    try (var socket = new Socket()) {
      assertThatExceptionOfType(ConnectionClosedException.class)
          .isThrownBy(() -> connection.bind(socket));
      assertThat(socket.isClosed()).isTrue();
    }
    assertThat(open).isEmpty();
  }

  @Test
  void aSocketThatComesBeforeTheCloseIsClosedByIt() throws Exception {
    ApacheConnection connection = ApacheConnection.create(ExchangePolicy.DEFAULT, open);
    try (var socket = new Socket()) {
      connection.bind(socket);
      assertThat(socket.isClosed()).isFalse();
      connection.close(CloseMode.IMMEDIATE);
      assertThat(socket.isClosed()).isTrue();
    }
    assertThat(open).isEmpty();
  }
}
