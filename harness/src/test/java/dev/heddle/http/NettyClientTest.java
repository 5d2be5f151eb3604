package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.plan.Request;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.nio.NioIoHandler;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NettyClientTest {

  @Test
  void listenerIsToldOnTheLoopThatSent() throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK", "Content-Length: 1", "", "x");
        var client = NettyClient.on(group, ExchangePolicy.DEFAULT)) {
      for (int i = 0; i < 10; i++) {
        var sender = new CompletableFuture<Thread>();
        var told = new Exchange();
        var listening = new CompletableFuture<Thread>();
        told.whenTold(() -> listening.complete(Thread.currentThread()));
        group
            .next()
            .execute(
                () -> {
                  sender.complete(Thread.currentThread());
                  client.send(Request.get(server.uri("/")), told);
                });
        assertThat(told.text()).isEqualTo("x");
        assertThat(listening.get(20, TimeUnit.SECONDS)).isSameAs(sender.get(20, TimeUnit.SECONDS));
      }
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }

  @Test
  void listenerThatThrowsHarmsNoOtherExchange() throws Exception {
    var reported = new CompletableFuture<Throwable>();
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK", "Content-Length: 1", "", "x");
        var client = NettyClient.onOwnLoops(1, ExchangePolicy.DEFAULT)) {
      var thrown = new IllegalStateException("thrown by a listener");
      var careless = new Exchange();
      careless.whenTold(
          () -> {
            Thread.currentThread().setUncaughtExceptionHandler((t, e) -> reported.complete(e));
            throw thrown;
          });
      client.send(Request.get(server.uri("/")), careless);
      assertThat(reported.get(20, TimeUnit.SECONDS)).isSameAs(thrown);
      var next = new Exchange();
      client.send(Request.get(server.uri("/")), next);
      assertThat(next.text()).isEqualTo("x");
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void givenLoopsOutliveTheClient() throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try {
      NettyClient.on(group, ExchangePolicy.DEFAULT).close();
      assertThat(group.submit(() -> "alive").get(20, TimeUnit.SECONDS)).isEqualTo("alive");
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }

  @Test
  void sendAfterTheLoopsHaveEndedFailsLikeAClosedClient() throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    try (var client = NettyClient.on(group, ExchangePolicy.DEFAULT)) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
      var exchange = new Exchange();
      client.send(Request.get(URI.create("http://127.0.0.1:1/")), exchange);
      assertThat(exchange.failure()).hasMessageContaining("The HTTP client is closed");
      assertThat(client.inFlight()).isZero();
    }
  }

  @Test
  void loopsThatDoNoInputAreRefused() throws Exception {
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    try {
      assertThatThrownBy(() -> NettyClient.on(group, ExchangePolicy.DEFAULT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("allowed: loops on an EpollIoHandler or a NioIoHandler");
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }

  @Test
  void noLoopsAreRefused() {
    assertThatThrownBy(() -> NettyClient.onOwnLoops(0, ExchangePolicy.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is 0; at least 1 is needed");
  }

  @Test
  void clientMayBeClosedOnItsOwnLoop() throws Exception {
    try (var server = ScriptedServer.answering("HTTP/1.1 200 OK", "Content-Length: 1", "", "x")) {
      var client = NettyClient.onOwnLoops(1, ExchangePolicy.DEFAULT);
      var exchange = new Exchange();
      var closed = new CompletableFuture<Boolean>();
      exchange.whenTold(
          () -> {
            client.close();
            closed.complete(true);
          });
      client.send(Request.get(server.uri("/")), exchange);
      assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
