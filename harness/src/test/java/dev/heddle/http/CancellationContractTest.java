package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancellationContractTest {

  private static final ExchangePolicy ONE_CONNECTION =
      ExchangePolicy.DEFAULT.withConnectionLimit(1);

  @ParameterizedTest
  @EnumSource
  void cancelWhileConnectingEndsTheExchange(Side side) throws Exception {
    try (var server = new FullServer();
        var client = side.open(ExchangePolicy.DEFAULT)) {
      Exchange exchange = client.get(server.uri());
      exchange.cancel();
      assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelBeforeTheAnswerClosesTheConnection(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  asked.countDown();
                  connection.awaitClose();
                  closed.countDown();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      Exchange exchange = client.get(server.uri("/"));
      Await.latch(asked);
      exchange.cancel();
      assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      Await.latch(closed);
      assertThat(client.inFlight()).isZero();
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelInTheMiddleOfTheBodyClosesTheConnection(Side side) throws Exception {
    var partSent = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  connection.readRequest();
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
                  partSent.countDown();
                  connection.awaitClose();
                  closed.countDown();
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      Exchange exchange = client.get(server.uri("/"));
      Await.latch(partSent);
      exchange.cancel();
      assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      Await.latch(closed);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void lateAnswerNeverReachesTheNextRequest(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    var cancelled = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  String path = connection.readPath();
                  if (path.equals("/first")) {
                    asked.countDown();
                    Await.latch(cancelled);
                  }
                  connection.sendBody("answer to " + path);
                  connection.awaitClose();
                });
        var client = side.open(ONE_CONNECTION)) {
      Exchange first = client.get(server.uri("/first"));
      Await.latch(asked);
      first.cancel();
      assertThat(first.failure()).isInstanceOf(CancellationException.class);
      Exchange second = client.get(server.uri("/second"));
      cancelled.countDown();
      assertThat(second.text()).isEqualTo("answer to /second");
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelWhileWaitingForAConnectionLeavesTheOthersAlone(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var requests = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    String path = connection.readPath();
                    requests.incrementAndGet();
                    asked.countDown();
                    Await.latch(answer);
                    connection.sendBody(path);
                  }
                });
        var client = side.open(ONE_CONNECTION)) {
      Exchange holder = client.get(server.uri("/holder"));
      Await.latch(asked);
      Exchange waiting = client.get(server.uri("/waiting"));
      Exchange behind = client.get(server.uri("/behind"));
      waiting.cancel();
      assertThat(waiting.failure()).isInstanceOf(CancellationException.class);
      answer.countDown();
      assertThat(holder.text()).isEqualTo("/holder");
      assertThat(behind.text()).isEqualTo("/behind");
      assertThat(requests).hasValue(2);
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelledExchangesGiveTheirConnectionsRightBack(Side side) throws Exception {
    var asked = new CountDownLatch(20);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  if (connection.readPath().equals("/held")) {
                    asked.countDown();
                    connection.awaitClose();
                  } else {
                    connection.sendBody("free");
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(20))) {
      List<Exchange> held = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        held.add(client.get(server.uri("/held")));
      }
      Await.latch(asked);
      held.forEach(Exchange::cancel);
      for (Exchange exchange : held) {
        assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      }
      assertThat(client.get(server.uri("/free")).text()).isEqualTo("free");
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelAfterTheEndChangesNothing(Side side) throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK", "Content-Length: 2", "", "hi");
        var client = side.open(ExchangePolicy.DEFAULT)) {
      Exchange exchange = client.get(server.uri("/"));
      assertThat(exchange.text()).isEqualTo("hi");
      exchange.cancel();
      assertThat(client.get(server.uri("/")).text()).isEqualTo("hi");
      assertThat(exchange.text()).isEqualTo("hi");
    }
  }

  @ParameterizedTest
  @EnumSource
  void exchangesCancelledAtAnyMomentNeverMixAnswersUp(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    connection.sendBody(connection.readPath());
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(4))) {
      for (int round = 0; round < 50; round++) {
        Exchange doomed = client.get(server.uri("/doomed/" + round));
        Exchange kept = client.get(server.uri("/kept/" + round));
        doomed.cancel();
        assertThat(kept.text()).isEqualTo("/kept/" + round);
        assertThat(doomed.endedWith("/doomed/" + round)).isTrue();
      }
      assertThat(client.inFlight()).isZero();
    }
  }
}
