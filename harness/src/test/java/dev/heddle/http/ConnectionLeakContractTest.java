package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No cancelled exchange leaves its connection open, whenever it is cancelled. */
class ConnectionLeakContractTest {

  private static final int HUNDRED = 100;
  private static final int LIMIT = 4;
  private static final int ROUNDS = 300;

  @ParameterizedTest
  @EnumSource
  void cancellingAHundredExchangesClosesAHundredConnections(Side side) throws Exception {
    var asked = new CountDownLatch(HUNDRED);
    var closed = new CountDownLatch(HUNDRED);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  if (connection.readPath().equals("/held")) {
                    asked.countDown();
                    connection.awaitClose();
                    closed.countDown();
                  } else {
                    connection.sendBody("fresh");
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT)) {
      List<Exchange> held = new ArrayList<>();
      for (int i = 0; i < HUNDRED; i++) {
        held.add(client.get(server.uri("/held")));
      }
      Await.latch(asked);
      held.forEach(Exchange::cancel);
      Await.latch(closed);
      for (Exchange exchange : held) {
        assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      }
      assertThat(client.inFlight()).isZero();
      assertThat(server.accepted()).isEqualTo(HUNDRED);
      assertThat(client.get(server.uri("/")).text()).isEqualTo("fresh");
    }
  }

  @ParameterizedTest
  @EnumSource
  void exchangesThatAreNeverAnsweredLeaveNoConnectionOpenWheneverTheyAreCancelled(Side side)
      throws Exception {
    try (var server = ScriptedServer.playing(ScriptedConnection::awaitClose);
        var client = side.open(ExchangePolicy.DEFAULT)) {
      for (int round = 0; round < ROUNDS; round++) {
        Exchange exchange = client.get(server.uri("/"));
        Spin.micros(round);
        exchange.cancel();
        assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      }
      assertThat(client.inFlight()).isZero();
      server.acceptAllSoFar();
      Await.until(() -> server.open() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void exchangesCancelledAtAnyMomentLoseNoConnectionsRight(Side side) throws Exception {
    var allHeld = new CountDownLatch(LIMIT);
    var release = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    if (connection.readPath().equals("/held")) {
                      allHeld.countDown();
                      Await.latch(release);
                    }
                    connection.sendBody("answer");
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(LIMIT))) {
      for (int round = 0; round < 50; round++) {
        doom(client, server, round);
      }
      assertThat(client.inFlight()).isZero();
      Await.until(() -> server.open() <= LIMIT);
      List<Exchange> held = holdAll(client, server);
      Await.latch(allHeld);
      release.countDown();
      for (Exchange exchange : held) {
        assertThat(exchange.text()).isEqualTo("answer");
      }
    }
  }

  private static void doom(Carrier client, ScriptedServer server, int round) throws Exception {
    List<Exchange> doomed = new ArrayList<>();
    for (int i = 0; i < 3 * LIMIT; i++) {
      doomed.add(client.get(server.uri("/doomed")));
    }
    Spin.micros(round * 10L);
    for (Exchange exchange : doomed) {
      exchange.cancel();
    }
    for (Exchange exchange : doomed) {
      assertThat(exchange.endedWith("answer")).isTrue();
    }
  }

  private static List<Exchange> holdAll(Carrier client, ScriptedServer server) {
    List<Exchange> held = new ArrayList<>();
    for (int i = 0; i < LIMIT; i++) {
      held.add(client.get(server.uri("/held")));
    }
    return held;
  }
}
