package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseContractTest {

  private static final ExchangePolicy ANY_STATUS = ExchangePolicy.DEFAULT.withExpectedStatus(0);

  @ParameterizedTest
  @EnumSource
  void exchangesInTurnShareOneConnection(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      for (int i = 0; i < 5; i++) {
        assertThat(client.get(server.uri("/")).text()).isEqualTo("hi");
      }
      // Netty's pools are per loop, and exchanges begun elsewhere take the loops in turn.
      assertThat(server.accepted()).isLessThanOrEqualTo(side == Side.NETTY ? 2 : 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void requestNamesPathQueryAndHost(Side side) throws Exception {
    var head = new AtomicReference<String>("");
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  head.set(connection.readRequest());
                  connection.sendBody("");
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      var target = server.uri("/a/b?c=d%20e");
      client.get(target).response();
      assertThat(head.get())
          .startsWith("GET /a/b?c=d%20e HTTP/1.1\r\n")
          .contains("Host: " + target.getAuthority() + "\r\n");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerMayComeByteByByte(Side side) throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nX-Other: 1\r\nContent-Length: 5\r\n\r\nhello";
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  for (int i = 0; i < answer.length(); i++) {
                    connection.send(answer.substring(i, i + 1));
                  }
                  connection.awaitClose();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @EnumSource
  void chunksAreJoinedAndTheConnectionIsKept(Side side) throws Exception {
    try (var server =
            ScriptedServer.answering(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "5;x",
                "hello",
                "2",
                "!!",
                "0",
                "Trailer: 1",
                "",
                "");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("hello!!");
      assertThat(client.get(server.uri("/")).text()).isEqualTo("hello!!");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bodyWithoutLengthEndsWithTheConnection(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send("HTTP/1.0 200 OK\r\n\r\nall there is " + connection.number());
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("all there is 1");
      assertThat(client.get(server.uri("/")).text()).isEqualTo("all there is 2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionCloseIsHonoured(Side side) throws Exception {
    var closed = new CountDownLatch(2);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send(
                      "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\n"
                          + connection.number());
                  connection.awaitClose();
                  closed.countDown();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("1");
      assertThat(client.get(server.uri("/")).text()).isEqualTo("2");
      Await.latch(closed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerToHeadHasNoBodyWhateverItsLengthSays(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      var head = new Request("HEAD", server.uri("/"));
      assertThat(client.begin(head).response().length()).isZero();
      assertThat(client.begin(head).response().length()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void statusWithoutContentHasNoBody(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
        var client = side.open(ANY_STATUS)) {
      assertThat(client.get(server.uri("/")).response().status()).isEqualTo(204);
      assertThat(client.get(server.uri("/")).response().length()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void interimResponsesAreReadOver(Side side) throws Exception {
    try (var server =
            ScriptedServer.answering(
                "HTTP/1.1 103 Early Hints", "", "HTTP/1.1 200 OK", "Content-Length: 1", "", "x");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void bodyLargerThanAnyBufferComesWhole(Side side) throws Exception {
    String body = "0123456789abcdef".repeat(50_000);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.sendBody(body);
                  connection.awaitClose();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo(body);
    }
  }
}
