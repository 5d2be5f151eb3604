package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureContractTest {

  private static final ExchangePolicy IMPATIENT =
      ExchangePolicy.DEFAULT.withResponseTimeout(Duration.ofMillis(400));

  @ParameterizedTest
  @EnumSource
  void unexpectedStatusFailsAndKeepsTheConnection(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      URI target = server.uri("/x");
      for (int i = 0; i < 4; i++) {
        assertThat(client.get(target).failure())
            .isInstanceOf(UnexpectedStatusException.class)
            .hasMessage("%s answered 503; the policy expects 200", target);
      }
      assertThat(server.accepted()).isLessThanOrEqualTo(2);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bodyLargerThanTheLimitFails(Side side) throws Exception {
    try (var server =
            ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nhello world");
        var client = side.open(ExchangePolicy.DEFAULT.withBodyLimit(10))) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("larger than the limit of 10 bytes");
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void chunksBeyondTheLimitFail(Side side) throws Exception {
    try (var server =
            ScriptedServer.answering(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "6",
                "hello ",
                "5",
                "world",
                "0",
                "",
                "");
        var client = side.open(ExchangePolicy.DEFAULT.withBodyLimit(10))) {
      assertThat(client.get(server.uri("/")).failure())
          .hasMessageContaining("larger than the limit of 10 bytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void silentServerRunsIntoTheResponseTimeout(Side side) throws Exception {
    var closed = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.awaitClose();
                  closed.countDown();
                });
        var client = side.open(IMPATIENT)) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("response timeout of PT0.4S");
      Await.latch(closed);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void responseTimeoutHoldsForTheWholeBody(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                  connection.awaitClose();
                });
        var client = side.open(IMPATIENT)) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("response timeout");
    }
  }

  @ParameterizedTest
  @EnumSource
  void garbageFails(Side side) throws Exception {
    try (var server = ScriptedServer.answering("SSH-2.0-OpenSSH_9.9\r\n\r\n");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(server.uri("/").getAuthority());
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void methodThatIsNoTokenIsRefused(Side side) throws Exception {
    try (var client = side.open(ExchangePolicy.DEFAULT)) {
      var request = new Request("GET / HTTP/1.1\r\nX: ", URI.create("http://127.0.0.1:1/"));
      assertThat(client.begin(request).failure())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("an HTTP token is needed");
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closedClientSaysSo(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 204 N\r\n\r\n")) {
      var client = side.open(ExchangePolicy.DEFAULT);
      client.close();
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("The HTTP client is closed");
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingTheClientFailsWhatIsUnderWayAndWhatWaits(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
        ScriptedServer.playing(
            connection -> {
              connection.readRequest();
              asked.countDown();
              connection.awaitClose();
              closed.countDown();
            })) {
      var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(1));
      Exchange first = client.get(server.uri("/"));
      Await.latch(asked);
      Exchange second = client.get(server.uri("/"));
      client.close();
      Await.latch(closed);
      assertThat(first.failure()).hasMessageContaining("The HTTP client is closed");
      assertThat(second.failure()).hasMessageContaining("The HTTP client is closed");
      assertThat(client.inFlight()).isZero();
    }
  }
}
