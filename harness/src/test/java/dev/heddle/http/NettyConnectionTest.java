package dev.heddle.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.plan.Request;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NettyConnectionTest {

  private static final WireRequest REQUEST =
      WireRequest.of(Request.get(URI.create("http://127.0.0.1:1/")));

  /** Netty reports such a failure on a thread of its own, where pools are nobody's to touch. */
  @Test
  void socketThatCannotBeOpenedFailsTheExchangeOnItsLoopAndGivesTheRightBack() throws Exception {
    EventLoopGroup group = NettyIo.newGroup(1, Thread.ofPlatform().daemon().factory());
    try (var client = NettyClient.on(group, ExchangePolicy.DEFAULT.withConnectionLimit(1))) {
      EventLoop executor = group.next();
      var loop = new NettyLoop(client, executor, UnopenableChannel.class);
      for (int i = 0; i < 3; i++) {
        var exchange = new Exchange();
        var toldInLoop = new CompletableFuture<Boolean>();
        exchange.whenTold(() -> toldInLoop.complete(executor.inEventLoop()));
        executor.execute(new NettyExchange(loop, REQUEST, exchange));
        assertThat(exchange.failure())
            .isInstanceOf(ConnectException.class)
            .hasMessageContaining("No connection to 127.0.0.1:1")
            .hasRootCauseMessage("Too many open files");
        assertThat(toldInLoop.get(20, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }
  }
}
