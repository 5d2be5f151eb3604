package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of exchanges that wait for a connection when those before them go away. */
class CrowdedClientTest {

  private static final int CROWD = 2_000;
  private static final ExchangePolicy ONE_CONNECTION =
      ExchangePolicy.DEFAULT.withConnectionLimit(1);

  @ParameterizedTest
  @EnumSource(names = {"NETTY", "NETTY_ON_ONE_LOOP", "JDK"})
  void closingTheClientTellsEveryoneInALargeCrowd(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    try (var server = holding(asked)) {
      var client = side.open(ONE_CONNECTION);
      List<Exchange> crowd = new ArrayList<>();
      crowd.add(client.get(server.uri("/")));
      Await.latch(asked);
      while (crowd.size() < CROWD) {
        crowd.add(client.get(server.uri("/")));
      }
      client.close();
      for (Exchange exchange : crowd) {
        assertThat(exchange.failure()).hasMessageContaining("The HTTP client is closed");
      }
      assertThat(client.inFlight()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NETTY", "NETTY_ON_ONE_LOOP", "JDK"})
  void cancellingALargeCrowdTellsEveryone(Side side) throws Exception {
    var asked = new CountDownLatch(1);
    try (var server = holding(asked);
        var client = side.open(ONE_CONNECTION)) {
      List<Exchange> crowd = new ArrayList<>();
      crowd.add(client.get(server.uri("/")));
      Await.latch(asked);
      while (crowd.size() < CROWD) {
        crowd.add(client.get(server.uri("/")));
      }
      crowd.reversed().forEach(Exchange::cancel);
      for (Exchange exchange : crowd) {
        assertThat(exchange.failure()).isInstanceOf(CancellationException.class);
      }
      assertThat(client.inFlight()).isZero();
    }
  }

  /**
   * One task of the first loop ends the exchange that holds the only connection and the one that
   * waits on the same loop, to which the connection's right would have gone.
   */
  @Test
  void rightThatFallsToACancelledExchangeGoesToAnotherLoop() throws Exception {
    EventLoopGroup loops = NettyIo.newGroup(2, Thread.ofPlatform().daemon().factory());
    var asked = new CountDownLatch(1);
    try (var server =
            ScriptedServer.playing(
                connection -> {
                  if (connection.readPath().equals("/held")) {
                    asked.countDown();
                    connection.awaitClose();
                  } else {
                    connection.sendBody("kept");
                  }
                });
        var client = NettyClient.on(loops, ONE_CONNECTION)) {
      EventLoop first = loops.next();
      EventLoop second = loops.next();
      var held = new Exchange();
      var doomed = new Exchange();
      var kept = new Exchange();
      send(first, client, Request.get(server.uri("/held")), held);
      Await.latch(asked);
      send(first, client, Request.get(server.uri("/doomed")), doomed);
      send(second, client, Request.get(server.uri("/kept")), kept);
      inLoop(
          first,
          () -> {
            held.cancel();
            doomed.cancel();
          });
      assertThat(kept.text()).isEqualTo("kept");
      assertThat(held.failure()).isInstanceOf(CancellationException.class);
      assertThat(doomed.failure()).isInstanceOf(CancellationException.class);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }

  private static ScriptedServer holding(CountDownLatch asked) throws Exception {
    return ScriptedServer.playing(
        connection -> {
          connection.readRequest();
          asked.countDown();
          connection.awaitClose();
        });
  }

  private static void send(EventLoop loop, AsyncClient client, Request request, Exchange exchange)
      throws Exception {
    inLoop(loop, () -> exchange.cancelledBy(client.send(request, exchange)::cancel));
  }

  private static void inLoop(EventLoop loop, Runnable action) throws Exception {
    loop.submit(action).get(20, TimeUnit.SECONDS);
  }
}
