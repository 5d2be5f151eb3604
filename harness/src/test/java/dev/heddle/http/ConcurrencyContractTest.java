package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrencyContractTest {

  private static final int EXCHANGES = 200;
  private static final int LIMIT = 8;

  @ParameterizedTest
  @EnumSource
  void manyExchangesShareFewConnectionsAndEachGetsItsOwnAnswer(Side side) throws Exception {
    var open = new AtomicInteger();
    var highest = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  highest.accumulateAndGet(open.incrementAndGet(), Math::max);
                  try {
                    while (true) {
                      String path = connection.readPath();
                      connection.sendBody(path);
                    }
                  } finally {
                    open.decrementAndGet();
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(LIMIT))) {
      List<Exchange> exchanges = new ArrayList<>();
      for (int i = 0; i < EXCHANGES; i++) {
        exchanges.add(client.get(server.uri("/" + i)));
      }
      for (int i = 0; i < EXCHANGES; i++) {
        assertThat(exchanges.get(i).text()).isEqualTo("/" + i);
      }
      assertThat(client.inFlight()).isZero();
      // A closed connection counts here until the server has noticed.
      assertThat(highest.get()).isLessThanOrEqualTo(2 * LIMIT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noMoreExchangesThanTheLimitAreUnderWayAtOnce(Side side) throws Exception {
    var held = new CountDownLatch(LIMIT);
    var answer = new CountDownLatch(1);
    var asked = new AtomicInteger();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    String path = connection.readPath();
                    asked.incrementAndGet();
                    held.countDown();
                    Await.latch(answer);
                    connection.sendBody(path);
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(LIMIT))) {
      List<Exchange> exchanges = new ArrayList<>();
      for (int i = 0; i < 3 * LIMIT; i++) {
        exchanges.add(client.get(server.uri("/" + i)));
      }
      Await.latch(held);
      Await.until(() -> client.inFlight() == 3 * LIMIT);
      assertThat(asked).hasValue(LIMIT);
      assertThat(server.accepted()).isEqualTo(LIMIT);
      answer.countDown();
      for (int i = 0; i < exchanges.size(); i++) {
        assertThat(exchanges.get(i).text()).isEqualTo("/" + i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "NETTY")
  void waitingExchangesAreServedInOrder(Side side) throws Exception {
    var answer = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    var order = new ConcurrentLinkedQueue<String>();
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    String path = connection.readPath();
                    order.add(path);
                    asked.countDown();
                    Await.latch(answer);
                    connection.sendBody(path);
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(1))) {
      List<Exchange> exchanges = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        Exchange exchange = client.get(server.uri("/" + i));
        if (i == 0) {
          Await.latch(asked);
        } else {
          exchange.awaitParked();
        }
        exchanges.add(exchange);
        expected.add("/" + i);
      }
      answer.countDown();
      for (Exchange exchange : exchanges) {
        exchange.text();
      }
      assertThat(order).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void loopThatNeedsAConnectionGetsOneThatIsIdleElsewhere(Side side) throws Exception {
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  while (true) {
                    connection.sendBody(connection.readPath());
                  }
                });
        var client = side.open(ExchangePolicy.DEFAULT.withConnectionLimit(1))) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.get(server.uri("/" + i)).text()).isEqualTo("/" + i);
      }
    }
  }
}
