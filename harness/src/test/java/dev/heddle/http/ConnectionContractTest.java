package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionContractTest {

  @ParameterizedTest
  @EnumSource
  void refusedConnectionNamesTheAddress(Side side) throws Exception {
    URI nobody;
    try (var server = ScriptedServer.answering("")) {
      nobody = server.uri("/");
    }
    try (var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(nobody).failure())
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("No connection to " + nobody.getAuthority());
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void hostNameIsLookedUp(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK", "Content-Length: 1", "", "x");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      var target = URI.create("http://localhost:" + server.uri("/").getPort() + "/");
      assertThat(client.get(target).text()).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectTimeoutIsKept(Side side) throws Exception {
    var policy = new ExchangePolicy(Duration.ofMillis(150), Duration.ofSeconds(60), 200, 10, 10);
    try (var server = new FullServer();
        var client = side.open(policy)) {
      assertThat(client.get(server.uri()).failure())
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("connect timeout of PT0.15S");
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeWithoutAnAnswerFails(Side side) throws Exception {
    try (var server = ScriptedServer.playing(ScriptedConnection::readRequest);
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(server.uri("/").getAuthority());
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void closeInTheMiddleOfAnAnswerFails(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).failure())
          .isInstanceOf(IOException.class)
          .hasMessageContaining(server.uri("/").getAuthority());
    }
  }

  @ParameterizedTest
  @EnumSource
  void resetInTheMiddleOfAnAnswerFails(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                  connection.reset();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).failure()).isInstanceOf(IOException.class);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionClosedMeanwhileIsReplacedUnnoticed(Side side) throws Exception {
    var requests = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  requests.incrementAndGet();
                  connection.sendBody("answer");
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      for (int i = 0; i < 6; i++) {
        assertThat(client.get(server.uri("/")).text()).isEqualTo("answer");
      }
      assertThat(requests).hasValue(6);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "JDK.*|NETTY")
  void failureOfTheReplacementIsFinal(Side side) throws Exception {
    var requests = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  if (requests.incrementAndGet() == 1) {
                    connection.sendBody("answer");
                    connection.readRequest();
                    requests.incrementAndGet();
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("answer");
      assertThat(client.get(server.uri("/")).failure())
          .hasMessageContaining("closed the connection without an answer");
      assertThat(requests).hasValue(3);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "JDK.*|NETTY")
  void requestThatMayNotBeRepeatedIsNot(Side side) throws Exception {
    var requests = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  requests.incrementAndGet();
                  connection.sendBody("answer");
                  connection.readRequest();
                  requests.incrementAndGet();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      assertThat(client.get(server.uri("/")).text()).isEqualTo("answer");
      client.begin(new Request("POST", server.uri("/"))).failure();
      assertThat(requests).hasValue(2);
    }
  }
}
